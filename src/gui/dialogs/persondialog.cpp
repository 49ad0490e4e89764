// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/persondialog.h"

#include "engine/eventwording.h"
#include "engine/inboxwording.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gui/question.h"
#include "gui/savefile.h"
#include "gui/widgets/theme.h"
#include "models/when.h"
#include "phone/phonenumber.h"
#include "storage/personrecords.h"
#include "ui_persondialog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSaveFile>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PersonDialog)
};

QString line(qint64 atMs, const QString &what)
{
    return models::when(atMs) + u"  "_s + what;
}

QString inWords(const domain::StatusEvent &status)
{
    domain::MessageEvent event;
    event.kind = domain::EventKind::Status;
    event.status = status.status;
    return engine::wording::event(event);
}

QString inWords(const storage::PersonRecord &person)
{
    QStringList lines{phone::forDisplay(person.number)};
    if (person.contact) {
        QStringList about{Texts::tr("CONTACT"), person.contact->name, person.contact->email};
        if (!person.contact->groups.isEmpty())
            about.append(Texts::tr("Groups: %1").arg(person.contact->groups.join(u", "_s)));
        for (auto field = person.contact->fields.cbegin(); field != person.contact->fields.cend(); ++field)
            about.append(field.key() + u": "_s + field.value());
        about.removeAll(QString());
        lines += QString();
        lines += about;
    }
    lines += {QString(), Texts::tr("MESSAGES SENT: %n", nullptr, static_cast<int>(person.messages.size()))};
    for (qsizetype i = 0; i < person.messages.size(); ++i) {
        const domain::Message &message = person.messages.at(i);
        lines.append(line(message.sinceMs, engine::wording::state(message.state)));
        lines.append(message.text);
        for (const domain::MessageEvent &event : person.events.value(i))
            lines.append(u"    "_s + line(event.atMs, engine::wording::event(event)));
    }
    lines +=
        {QString(), Texts::tr("STATUSES RECEIVED: %n", nullptr, static_cast<int>(person.statuses.size()))};
    for (const domain::StatusEvent &status : person.statuses)
        lines.append(line(status.receivedMs, inWords(status)));
    lines += {QString(), Texts::tr("REPLIES RECEIVED: %n", nullptr, static_cast<int>(person.inbound.size()))};
    for (const domain::InboundMessage &reply : person.inbound)
        lines.append(line(reply.receivedMs, reply.text));
    lines += {QString(), person.optedOut ? Texts::tr("OPTED OUT: yes") : Texts::tr("OPTED OUT: no")};
    for (const domain::OptOutChange &change : person.optOutHistory)
        lines.append(line(change.atMs, engine::wording::optOutChange(change)));
    return lines.join(u'\n');
}

} // namespace

PersonDialog::PersonDialog(storage::Database &reader, const QString &number, QWidget *parent)
    : QDialog(parent)
    , m_ui(this)
{
    const auto person = storage::PersonRecords(reader).everything(number);
    const QString text = person ? inWords(*person) : engine::wording::sentence(person.error());
    m_ui->personText->setPlainText(text);
    m_ui->exportButton->setEnabled(person.ok());
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->exportButton, &QPushButton::clicked, this, [this, text] { exportTo(text); });
    m_ui->personText->moveCursor(QTextCursor::Start);
    theme::sizeByText(this, 80, 30);
}

void PersonDialog::exportTo(const QString &text)
{
    const QString name = askForFile(this, windowTitle(), u"person.txt"_s, tr("Text files (*.txt)"));
    if (name.isEmpty())
        return;
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        warn(this, engine::wording::sentence({base::ErrorCode::FileUnwritable, name, file.errorString()}));
}

} // namespace gui
