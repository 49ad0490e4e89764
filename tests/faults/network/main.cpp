// SPDX-License-Identifier: GPL-3.0-or-later
// Run 2 of the fault campaign: every network fault with many seeds at every endpoint. Passes when each
// verdict is one that reliability.md allows, nothing arrived twice, and the naive client fails.
#include "faults/network/answerends.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

struct Tally
{
    int trials = 0;
    int violated = 0;
    int twice = 0; // whole requests that arrived more than once
};

Tally run(const faults::ClientFactory &factory, quint32 seed, int seeds, QTextStream *report)
{
    Tally tally;
    for (const faults::NetworkFault &fault : faults::networkFaults()) {
        for (const faults::Endpoint endpoint :
             {faults::Endpoint::Single, faults::Endpoint::Bulk, faults::Endpoint::Get}) {
            for (int i = 0; i < seeds; ++i) {
                const quint32 own = seed + static_cast<quint32>(i);
                const faults::Trial trial = faults::tried(fault, endpoint, own, factory);
                const QStringList wrong = faults::violations(fault, endpoint, trial);
                ++tally.trials;
                tally.violated += wrong.isEmpty() ? 0 : 1;
                tally.twice += trial.seen.requests > 1 ? 1 : 0;
                if (report && !wrong.isEmpty()) {
                    *report << fault.name << ", " << faults::nameOf(endpoint) << ", seed " << own << ": "
                            << wrong.join(u"; "_s) << Qt::endl;
                }
            }
        }
    }
    return tally;
}

// What the client makes of whole answers; a trial of a silent peer takes its deadline, so fewer of them.
Tally runEnds(const faults::ClientFactory &factory, quint32 seed, int seeds, QTextStream &report)
{
    Tally tally;
    for (const faults::AnswerEnd &end : faults::answerEnds()) {
        const int own = end.ending == support::PeerPlan::Ending::Silence ? (seeds + 4) / 5 : seeds;
        for (const faults::Endpoint endpoint :
             {faults::Endpoint::Single, faults::Endpoint::Bulk, faults::Endpoint::Get}) {
            for (int i = 0; i < own; ++i) {
                const quint32 chance = seed + static_cast<quint32>(i);
                const faults::EndTrial trial = faults::triedEnd(end, endpoint, chance, factory);
                const QStringList wrong = faults::violations(end, endpoint, trial);
                ++tally.trials;
                tally.violated += wrong.isEmpty() ? 0 : 1;
                tally.twice += trial.trial.seen.requests > 1 ? 1 : 0;
                if (!wrong.isEmpty()) {
                    report << end.name() << ", " << faults::nameOf(endpoint) << ", seed " << chance << ": "
                           << wrong.join(u"; "_s) << Qt::endl;
                }
            }
        }
    }
    return tally;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"seed"_s, u"First seed; without it one fixed and one random run."_s, u"N"_s});
    parser.addOption({u"seeds"_s, u"Seeds for each fault and endpoint."_s, u"N"_s, u"25"_s});
    parser.process(application);

    QTextStream out(stdout);
    bool seedsGood = false;
    const int seeds = parser.value(u"seeds"_s).toInt(&seedsGood);
    QList<quint32> firsts{1, QRandomGenerator::system()->generate() >> 1};
    bool seedGood = true;
    if (parser.isSet(u"seed"_s))
        firsts = {parser.value(u"seed"_s).toUInt(&seedGood)};
    if (!seedsGood || seeds < 1 || !seedGood) {
        out << "faults_network: --seed and --seeds want whole numbers\n";
        return 2;
    }

    bool passed = true;
    for (const quint32 first : firsts) {
        const Tally tally = run(faults::gatewayClient(), first, seeds, &out);
        out << "seeds " << first << " to " << first + static_cast<quint32>(seeds) - 1 << ": " << tally.trials
            << " sends, " << tally.violated << " wrong, " << tally.twice << " arrived twice" << Qt::endl;
        const Tally ends = runEnds(faults::gatewayClient(), first, seeds, out);
        out << "whole answers: " << ends.trials << " sends, " << ends.violated << " wrong, " << ends.twice
            << " arrived twice" << Qt::endl;
        passed = passed && tally.violated == 0 && ends.violated == 0;
    }
    const Tally naive = run(faults::naiveClient(), firsts.first(), 1, nullptr);
    out << "naive client: " << naive.trials << " sends, " << naive.violated << " wrong, " << naive.twice
        << " arrived twice (must not be 0)" << Qt::endl;
    passed = passed && naive.violated > 0 && naive.twice > 0;
    out << (passed ? "passed" : "FAILED") << Qt::endl;
    return passed ? 0 : 1;
}
