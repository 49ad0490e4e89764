// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts from a file, step by step: columns, problems row by row, result with Undo. The engine's
// thread reads and stores; nothing is stored before the last step, and then all or nothing.
#pragma once

#include "engine/contactimport.h"
#include "gui/context.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace gui {

class ImportWizard final : public QDialog
{
    Q_OBJECT
public:
    ImportWizard(Context &context, QWidget *parent);
    ~ImportWizard() override; // cancels what still runs
    void openFile(const QString &file);

Q_SIGNALS:
    void contactsChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Step { File, Columns, Problems, Done };
    struct Progress // shared with the engine's thread
    {
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
        std::atomic<bool> cancelled = false;
    };

    void build();
    void chooseFile();
    void preview();
    void showPreview();
    void run(bool dryRun);
    void showProblems();
    void undo();
    void next();
    void back();
    void showStep();
    void complain(const base::Error &error);
    void setBusy(bool busy);
    void retranslate();
    engine::ContactImportRequest request() const;

    Context &m_context;
    Step m_step = File;
    bool m_busy = false;
    bool m_filling = false; // the fields are set by the program
    engine::ContactImportRequest m_request;
    engine::ContactPreview m_preview;
    engine::ContactImportSummary m_summary;
    std::shared_ptr<Progress> m_progress;
    QTimer m_progressTimer;

    QLabel *m_title;
    QLabel *m_problem;
    QStackedWidget *m_steps;
    QLabel *m_fileLabel;
    QPushButton *m_fileButton;
    QFormLayout *m_form;
    QComboBox *m_encoding;
    QComboBox *m_separator;
    QComboBox *m_sheet;
    QMap<QString, QComboBox *> m_roles; // by the request's name of the column
    QLineEdit *m_group;
    QLabel *m_notes;
    QTableWidget *m_sample;
    QLabel *m_summaryLabel;
    QTableWidget *m_problems;
    QPushButton *m_againButton;
    QLabel *m_doneLabel;
    QPushButton *m_undoButton;
    QProgressBar *m_bar;
    QPushButton *m_backButton;
    QPushButton *m_nextButton;
    QPushButton *m_cancelButton;
};

} // namespace gui
