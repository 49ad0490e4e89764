// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one examination of the draft in every place of the Send page that says to how many, exactly what and
// what it costs; and what stands in the way, with its remedies.
#pragma once

#include "engine/examination.h"
#include "gui/sentence.h"

#include <QObject>

class QPushButton;
namespace Ui {
class SendPage;
}

namespace gui {

class Strip;

class ExaminationView final : public QObject
{
    Q_OBJECT
public:
    ExaminationView(Ui::SendPage &ui, QWidget *page);

    struct Shown
    {
        const engine::Examination &examination;
        bool current = false; // of the draft as it is now
        bool reading = false; // it takes its time
        bool templateUsable = true;
        QString begunField; // a field that is being typed: "{na"
    };
    void show(const Shown &shown);
    void sayHindrance(); // why it cannot be sent now: where it is seen, until the draft changes
    void sayRefusal(const Sentence &why); // what came of sending it, as long
    void draftChanged();
    void retranslate();

Q_SIGNALS:
    void repairWanted();
    void unicodeWanted();
    void lettersWanted();
    void landlinesWanted();
    void listWanted(); // how it is read

private:
    QPushButton *addButton(Strip *strip, const char *name, void (ExaminationView::*wanted)());
    void showRecipients(const Shown &shown);
    void showProblem(const Shown &shown);
    void showLetters(const engine::PlanSummary &plan);
    static QString inShort(const Shown &shown); // what the strip says at length
    QString hindranceOf(const Shown &shown, const QString &problem) const;

    Ui::SendPage &m_ui;
    QWidget *m_page;
    QPushButton *m_repair;
    QPushButton *m_letters;
    QPushButton *m_unicode;
    QPushButton *m_landlines;
    QPushButton *m_list; // its sheet, or its columns
    QString m_hindrance; // empty: it can be sent
    Sentence m_refusal;
    bool m_insisted = false;  // somebody wants to send it all the same
    bool m_wrongList = false; // its columns are wanted, not its sheet
    int m_needUnicode = 0;    // recipients; 0: the text itself does
};

} // namespace gui
