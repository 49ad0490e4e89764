// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/templateform.h"

#include "engine/fieldwording.h"
#include "gui/widgets/ink.h"
#include "gui/widgets/theme.h"
#include "smstext/mergetext.h"

#include <QDate>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

// The gateway's names of types and of their fields; what the table lacks is said as the gateway says it.
QString inWords(const QString &name)
{
    static const QHash<QString, const char *> words{
        {u"otp"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "One-time code")},
        {u"order_confirmation"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Order received")},
        {u"order_ready"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Order ready")},
        {u"conf_booking"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Reservation confirmed")},
        {u"conf_reminder"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Reservation reminder")},
        {u"sendername"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Sender's name")},
        {u"code"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Code")},
        {u"username"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "User name")},
        {u"orderno"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Order number")},
        {u"amount"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Amount")},
        {u"currency"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Currency")},
        {u"orderurl"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Link to the order")},
        {u"pax"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Number of guests")},
        {u"date"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Date (31.12.2030)")},
        {u"time"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Time (19:15)")},
        {u"datetime"_s, QT_TRANSLATE_NOOP("gui::TemplateForm", "Date and time together")},
    };
    const char *text = words.value(name);
    return text ? TemplateForm::tr(text) : name;
}

// A date and a time as people write them here, as the gateway wants them (TPL-10, TPL-11); anything else
// stays as it was typed.
QString forGateway(const QString &field, const QString &typed)
{
    const auto date = [](const QString &word) {
        for (const QString &format : {u"d.M.yyyy"_s, u"d/M/yyyy"_s}) {
            if (const QDate day = QDate::fromString(word, format); day.isValid())
                return day.toString(Qt::ISODate);
        }
        return word;
    };
    const auto time = [](const QString &word) {
        const QTime hour = QTime::fromString(word, u"H.mm"_s);
        return hour.isValid() ? hour.toString(u"HH:mm"_s) : word;
    };
    if (field == "date"_L1)
        return date(typed.trimmed());
    if (field == "time"_L1)
        return time(typed.trimmed());
    const QStringList words = typed.simplified().split(u' ');
    if (field == "datetime"_L1 && words.size() == 2)
        return QString(date(words.at(0)) + u'T' + time(words.at(1)));
    return typed;
}

} // namespace

TemplateForm::TemplateForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setLabelAlignment(Qt::AlignRight | Qt::AlignTrailing | Qt::AlignVCenter);
    m_layout->setContentsMargins(0, 0, 0, 0);
    hide();
}

QString TemplateForm::typeInWords(const QString &type)
{
    return inWords(type);
}

void TemplateForm::setType(const QString &type)
{
    if (type == m_type)
        return;
    m_type = type;
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_rows.clear();
    for (const gateway::TemplateField &field : gateway::templateFields(type)) {
        Row row{new QLabel(this), new QLineEdit(this), new QLabel(this)};
        row.label->setBuddy(row.edit);
        row.label->setProperty("field", true);
        row.problem->setTextFormat(Qt::PlainText);
        row.problem->setWordWrap(true);
        row.problem->setFont(theme::small(font()));
        row.edit->setObjectName(QString(field.name + "Edit"_L1));
        connect(row.edit, &QLineEdit::textChanged, this, [this] {
            showProblems();
            Q_EMIT fieldsChanged();
        });
        auto *column = new QVBoxLayout;
        column->setSpacing(1);
        column->addWidget(row.edit);
        column->addWidget(row.problem);
        m_layout->addRow(row.label, column);
        m_rows.insert(field.name, row);
    }
    setVisible(!type.isEmpty());
    retranslate();
}

QMap<QString, QString> TemplateForm::fields() const
{
    QMap<QString, QString> values;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        if (!row->edit->text().isEmpty())
            values.insert(row.key(), forGateway(row.key(), row->edit->text()));
    }
    return values;
}

QWidget *TemplateForm::input(const QString &field) const
{
    const auto row = m_rows.constFind(field);
    return row == m_rows.cend() ? nullptr : row->edit;
}

void TemplateForm::setFields(const QMap<QString, QString> &fields)
{
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row)
        row->edit->setText(fields.value(row.key()));
}

bool TemplateForm::isUsable() const
{
    if (m_type.isEmpty())
        return true;
    const auto problems = judged();
    return std::all_of(problems.cbegin(), problems.cend(),
                       [](const gateway::FieldProblem &problem) { return problem.warning; });
}

// A field with a merge field in it is judged for each recipient, by the plan.
QList<gateway::FieldProblem> TemplateForm::judged() const
{
    const QMap<QString, QString> typed = fields();
    QList<gateway::FieldProblem> problems = gateway::checkedFields(m_type, typed);
    problems.removeIf([&typed](const gateway::FieldProblem &problem) {
        const auto parsed = smstext::MergeText::parse(typed.value(problem.field));
        return parsed && parsed->isPersonal();
    });
    return problems;
}

void TemplateForm::showProblems()
{
    for (const Row &row : m_rows)
        row.problem->hide();
    for (const gateway::FieldProblem &problem : judged()) {
        const auto row = m_rows.constFind(problem.field);
        if (row == m_rows.constEnd())
            continue;
        setInk(row->problem, problem.warning ? theme::uncertain : theme::failed);
        // By the name that stands beside it, not the gateway's.
        gateway::FieldProblem shown = problem;
        shown.field = inWords(problem.field).section(u" ("_s, 0, 0);
        row->problem->setText(engine::wording::fieldProblem(shown));
        row->problem->show();
    }
}

void TemplateForm::retranslate()
{
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row)
        row->label->setText(inWords(row.key()));
    showProblems();
}

} // namespace gui
