// SPDX-License-Identifier: GPL-3.0-or-later
// What every page may use: the engine in its thread, and a read-only connection of the window's own.
#pragma once

#include "engine/enginethread.h"
#include "engine/settings.h"
#include "storage/database.h"

namespace gui {

class Proofreader;

struct Context
{
    engine::EngineThread &engine;
    storage::Database &reader; // read-only, of the window's thread
    engine::Settings settings; // reads its file each time; writes go through the engine
    bool demo = false;
    Proofreader *proofreader = nullptr; // none: no message is read for misspelt words
};

} // namespace gui
