// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts from a file, step by step: columns, problems row by row, result with Undo. The engine's
// thread reads and stores; nothing is stored before the last step, and then all or nothing.
#pragma once

#include "engine/contactimport.h"
#include "gui/context.h"
#include "gui/sentence.h"
#include "gui/widgets/form.h"
#include "gui/widgets/translated.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>

#include <atomic>
#include <memory>

namespace Ui {
class ImportWizard;
}

namespace gui {

class ImportWizard final : public Translated<QDialog>
{
    Q_OBJECT
public:
    ImportWizard(Context &context, QWidget *parent);
    ~ImportWizard() override; // cancels what still runs
    void openFile(const QString &file);
    qint64 importId() const { return m_step == Done ? m_summary.import : 0; } // 0: none, or undone
    Sentence outcome() const;                                                 // what it did, in words

Q_SIGNALS:
    void contactsChanged();

private:
    enum Step { File, Columns, Problems, Done };
    struct Progress // shared with the engine's thread
    {
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
        std::atomic<bool> cancelled = false;
    };

    void chooseFile();
    void preview();
    void settle();
    void run(bool dryRun);
    void showProgress();
    void showProblems();
    void undo();
    void next();
    void back();
    void showStep();
    void complain(const base::Error &error);
    void setBusy(bool busy);
    void retranslate() override;
    engine::ContactImportRequest request() const;

    Context &m_context;
    Step m_step = File;
    bool m_busy = false;
    bool m_filling = false; // the fields are set by the program
    engine::ContactImportRequest m_request;
    engine::ContactImportSummary m_summary;
    std::shared_ptr<Progress> m_progress;
    QTimer m_progressTimer;

    QElapsedTimer m_clock;
    Form<Ui::ImportWizard> m_ui;
};

} // namespace gui
