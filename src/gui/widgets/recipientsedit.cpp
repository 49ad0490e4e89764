// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/recipientsedit.h"

#include "engine/drafts.h"
#include "gui/widgets/chipbutton.h"
#include "phone/phonenumber.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QCompleter>
#include <QDir>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 6; // pixels between chips
constexpr int undoDepth = 50;
constexpr int nameRole = Qt::UserRole;
constexpr int numberRole = Qt::UserRole + 1;

} // namespace

RecipientsEdit::RecipientsEdit(QWidget *parent)
    : QFrame(parent)
    , m_input(new QLineEdit(this))
    , m_completer(new QCompleter(this))
    , m_suggestions(new QStandardItemModel(this))
{
    m_completer->setModel(m_suggestions);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAcceptDrops(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_input->setStyleSheet(u"QLineEdit{border:none;padding:0}"_s);
    m_input->setObjectName(u"recipientsInput"_s);
    m_input->installEventFilter(this);
    setFocusPolicy(Qt::ClickFocus); // or its label's key would not bring the proxy the focus
    setFocusProxy(m_input);
    connect(m_input, &QLineEdit::returnPressed, this, &RecipientsEdit::take);
    connect(m_input, &QLineEdit::editingFinished, this, [this] {
        if (!m_completer->popup()->isVisible()) // else a suggestion is being chosen
            take();
    });
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_input);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                const QString number = index.data(numberRole).toString();
                const QString name = index.data(nameRole).toString();
                m_input->clear();
                if (number.isEmpty())
                    addGroup(name);
                else
                    addNamed(name, {number});
            });
    connect(&m_offerTimer, &QTimer::timeout, this, &RecipientsEdit::offer);
    connect(m_input, &QLineEdit::textEdited, &m_offerTimer, qOverload<>(&QTimer::start));
    retranslate();
}

RecipientsEdit::~RecipientsEdit() = default;

void RecipientsEdit::retranslate()
{
    m_input->setPlaceholderText(tr("Number, group or file…"));
    m_input->setAccessibleName(tr("Recipients"));
    setAccessibleName(tr("Selected recipients"));
    rebuild();
}

void RecipientsEdit::setGroups(const QStringList &names)
{
    m_groups = names;
}

void RecipientsEdit::offer()
{
    const QString typed = m_input->text().trimmed();
    m_suggestions->clear();
    if (typed.isEmpty() || !m_suggest) {
        m_completer->popup()->hide();
        return;
    }
    for (const RecipientSuggestion &suggestion : m_suggest(typed)) {
        auto *item = new QStandardItem(
            suggestion.number.isEmpty()
                ? tr("%1 (group)").arg(suggestion.name)
                : tr("%1, %2", "name, number").arg(suggestion.name, phone::forDisplay(suggestion.number)));
        item->setData(suggestion.name, nameRole);
        item->setData(suggestion.number, numberRole);
        m_suggestions->appendRow(item);
    }
    if (m_suggestions->rowCount() == 0)
        m_completer->popup()->hide();
    else
        m_completer->complete(m_input->rect());
}

void RecipientsEdit::take()
{
    const QString typed = m_input->text().trimmed();
    const QAbstractItemView *popup = m_completer->popup();
    if (typed.isEmpty() || (popup->isVisible() && popup->currentIndex().isValid()))
        return;           // a suggestion is chosen instead
    m_input->setText({}); // unlike clear(), nothing that Ctrl+Z brings back beside the chip
    for (const QString &group : m_groups) {
        if (group.compare(typed, Qt::CaseInsensitive) == 0)
            return addGroup(group);
    }
    addNumbers(typed);
}

void RecipientsEdit::addNumbers(const QString &typed)
{
    const RecipientChip chip = numbersChip(typed);
    if (!chip.numbers.isEmpty())
        add(chip);
}

void RecipientsEdit::replaceNumber(const QString &typed, const QString &number)
{
    remember();
    for (RecipientChip &chip : m_chips) {
        std::replace(chip.numbers.begin(), chip.numbers.end(), typed, number);
        judge(chip);
    }
    rebuild();
    Q_EMIT chipsChanged();
}

void RecipientsEdit::addFile(const QString &path)
{
    RecipientChip chip;
    chip.kind = RecipientChip::File;
    chip.name = path;
    QString gone;
    for (const RecipientChip &other : std::as_const(m_chips)) {
        if (other.kind == RecipientChip::File && other.name != path)
            gone = other.name;
    }
    replace(chip); // one list at a time
    if (!gone.isEmpty())
        Q_EMIT listReplaced(gone);
}

void RecipientsEdit::setListChoices(const engine::ListChoices &choices)
{
    for (RecipientChip &chip : m_chips) {
        if (chip.kind == RecipientChip::File)
            chip.list = choices;
    }
    Q_EMIT chipsChanged();
}

void RecipientsEdit::addPasted(const QString &text)
{
    if (!text.contains(u'\t') || !text.trimmed().contains(u'\n'))
        return addNumbers(text);
    // Columns of a spreadsheet: read as the list that they are, with its names and rows.
    auto folder = std::make_unique<QTemporaryDir>();
    const auto rows = static_cast<int>(text.trimmed().count(u'\n')) + 1;
    const QString file = folder->filePath(tr("Pasted list (%n)", nullptr, rows) + u".tsv"_s);
    if (!folder->isValid() || !engine::writePasted(text, file))
        return addNumbers(text);
    m_pasted.push_back(std::move(folder)); // as long as undo may want it
    m_pastedTexts.insert(file, text);
    addFile(file);
}

QString RecipientsEdit::pastedText() const
{
    for (const RecipientChip &chip : m_chips) {
        if (chip.kind == RecipientChip::File)
            return m_pastedTexts.value(chip.name);
    }
    return {};
}

void RecipientsEdit::addGroup(const QString &name)
{
    RecipientChip chip;
    chip.kind = RecipientChip::Group;
    chip.name = name;
    for (const RecipientChip &other : m_chips) {
        if (other.kind == RecipientChip::Group && other.name == name)
            return;
    }
    add(chip);
}

void RecipientsEdit::addGatewayGroup(const QString &name)
{
    RecipientChip chip;
    chip.kind = RecipientChip::GatewayGroup;
    chip.name = name;
    replace(chip);
}

void RecipientsEdit::addNamed(const QString &name, const QStringList &numbers)
{
    RecipientChip chip;
    chip.numbers = numbers;
    chip.name = name;
    add(chip);
}

void RecipientsEdit::clear()
{
    m_undo.clear(); // what was handed over is not brought back by chance
    m_chips.clear();
    rebuild();
    Q_EMIT chipsChanged();
}

void RecipientsEdit::remember()
{
    m_undo.append(m_chips);
    if (m_undo.size() > undoDepth)
        m_undo.removeFirst();
}

void RecipientsEdit::undo()
{
    if (m_undo.isEmpty())
        return;
    m_chips = m_undo.takeLast();
    rebuild();
    Q_EMIT chipsChanged();
}

void RecipientsEdit::replace(const RecipientChip &chip)
{
    remember();
    m_chips.removeIf([&chip](const RecipientChip &other) { return other.kind == chip.kind; });
    m_chips.append(chip);
    rebuild();
    Q_EMIT chipsChanged();
}

void RecipientsEdit::add(const RecipientChip &chip)
{
    remember();
    m_chips.append(chip);
    gather(m_chips);
    rebuild();
    Q_EMIT chipsChanged();
}

void RecipientsEdit::removeChip(int chip)
{
    if (chip >= m_chips.size())
        return;
    remember();
    m_chips.removeAt(chip);
    rebuild();
    m_input->setFocus();
    Q_EMIT chipsChanged();
}

void RecipientsEdit::retypeChip(int chip, const QString &typed)
{
    remember();
    RecipientChip changed = numbersChip(typed);
    if (m_chips.at(chip).numbers.size() > 1) // one contact's number is another's now
        changed.name = m_chips.at(chip).name;
    if (changed.numbers.isEmpty())
        m_chips.removeAt(chip);
    else
        m_chips[chip] = changed;
    rebuild();
    m_input->setFocus();
    Q_EMIT chipsChanged();
}

void RecipientsEdit::renameChip(int chip, const QString &name)
{
    m_chips[chip].name = name;
    rebuild();
    Q_EMIT chipsChanged(); // a draft keeps it
}

QPoint RecipientsEdit::beneath(int chip) const
{
    const ChipButton *button = m_buttons.at(chip);
    return button->mapToGlobal(QPoint(0, button->height()));
}

void RecipientsEdit::rebuild()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (int i = 0; i < m_chips.size(); ++i) {
        const RecipientChip &chip = m_chips.at(i);
        auto *button = new ChipButton(label(chip), chip.faulty, this);
        button->setAccessibleName(label(chip));
        button->setToolTip(chip.faulty
                               ? tr("This is not a phone number. Press to correct it, × to remove it.")
                               : tr("Press to open it, × or Delete to remove it"));
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT chipOpened(i); });
        // The button is gone by the time its own event ends.
        connect(
            button, &ChipButton::removeWanted, this, [this, i] { removeChip(i); }, Qt::QueuedConnection);
        button->show();
        setTabOrder(m_buttons.isEmpty() ? static_cast<QWidget *>(m_input) : m_buttons.constLast(), button);
        m_buttons.append(button);
    }
    arrange(width(), true);
    updateGeometry();
}

// Left to right, line by line; the input takes what is left of the last line.
int RecipientsEdit::arrange(int width, bool move) const
{
    const int margin = gap;
    const int lineHeight = fontMetrics().height() + 8;
    int x = margin;
    int y = margin;
    for (ChipButton *button : m_buttons) {
        const int most = width - 2 * margin;
        const int wide = button->widthWithin(most);
        if (x > margin && x + wide > width - margin) {
            x = margin;
            y += lineHeight + gap;
        }
        if (move)
            button->fit({x, y}, most, lineHeight);
        x += wide + gap;
    }
    const int least = m_input->fontMetrics().averageCharWidth() * 24;
    if (x > margin && x + least > width - margin) {
        x = margin;
        y += lineHeight + gap;
    }
    if (move)
        m_input->setGeometry(x, y, width - margin - x, lineHeight);
    return y + lineHeight + margin;
}

void RecipientsEdit::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange(width(), true);
}

int RecipientsEdit::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize RecipientsEdit::sizeHint() const
{
    return {400, arrange(qMax(width(), 400), false)};
}

bool RecipientsEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Backspace && m_input->text().isEmpty() && !m_chips.isEmpty()) {
            remember();
            m_chips.removeLast();
            rebuild();
            Q_EMIT chipsChanged();
            return true;
        }
        if (key->matches(QKeySequence::Paste)) {
            const QString text = QGuiApplication::clipboard()->text();
            if (text.trimmed().contains(u'\n') ||
                text.contains(u'\t')) { // a line edit would make one line of it
                addPasted(text);
                return true;
            }
        }
        if (key->matches(QKeySequence::Undo) && !m_input->isUndoAvailable()) {
            undo();
            return true;
        }
        if (key->key() == Qt::Key_Comma || key->key() == Qt::Key_Semicolon) {
            take();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void RecipientsEdit::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void RecipientsEdit::dropEvent(QDropEvent *event)
{
    const QMimeData *mime = event->mimeData();
    if (mime->hasUrls() && mime->urls().constFirst().isLocalFile())
        addFile(mime->urls().constFirst().toLocalFile());
    else
        addPasted(mime->text());
    event->acceptProposedAction();
}

} // namespace gui
