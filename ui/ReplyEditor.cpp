// SPDX-License-Identifier: MIT
#include "ui/ReplyEditor.h"

#include "app/reply/Replier.h"
#include "ui/ElidedLabel.h"
#include "ui/FlowLayout.h"
#include "ui/Hint.h"
#include "ui/ReplyForm.h"
#include "ui/ReplyModel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace netassist {

namespace {

constexpr int kRuleTypingMs = 400;
constexpr int kRefreshMs = 100;
constexpr int kTableHeight = 130;
constexpr int kRuleRowPadding = 6;

} // namespace

ReplyEditor::ReplyEditor(Replier& replier, QWidget* parent)
    : QWidget(parent),
      m_replier(&replier),
      m_model(new ReplyModel(replier, this)),
      m_enabled(new QCheckBox(this)),
      m_echo(new QCheckBox(this)),
      m_perSecondLabel(new QLabel(this)),
      m_perSecond(new QSpinBox(this)),
      m_table(new QTableView(this)),
      m_add(new QToolButton(this)),
      m_duplicate(new QToolButton(this)),
      m_delete(new QToolButton(this)),
      m_up(new QToolButton(this)),
      m_down(new QToolButton(this)),
      m_reset(new QToolButton(this)),
      m_trouble(new ElidedLabel(this)),
      m_form(new ReplyForm(this)),
      m_upper(new QWidget(this))
{
    m_perSecond->setRange(1, ReplySettings::kMostPerSecond);
    m_perSecondLabel->setBuddy(m_perSecond);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + kRuleRowPadding);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(ReplyModel::Fired, QHeaderView::ResizeToContents);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->setTone(ElidedLabel::Tone::Warning);
    m_trouble->setLines(1, 3);
    m_applySoon.setSingleShot(true);
    m_applySoon.setInterval(kRuleTypingMs);
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(kRefreshMs);
    layOut();
    fill(replier.settings());
    bind();
    retranslate();
    showCurrent();
}

ReplySettings ReplyEditor::settings() const
{
    ReplySettings settings;
    settings.enabled = m_enabled->isChecked();
    settings.echo = m_echo->isChecked();
    settings.perSecond = m_perSecond->value();
    settings.rules = m_model->rules();
    return settings;
}

void ReplyEditor::restore(const ReplySettings& settings)
{
    fill(settings);
    apply();
    showCurrent();
}

void ReplyEditor::fill(const ReplySettings& settings)
{
    m_enabled->setChecked(settings.enabled);
    m_echo->setChecked(settings.echo);
    m_perSecond->setValue(settings.perSecond);
    m_model->setRules(settings.rules);
    if (!settings.rules.isEmpty())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void ReplyEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ReplyEditor::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // A splitter does not know that buttons in a narrow column take several rows.
    m_upper->setMinimumHeight(m_upper->layout()->totalMinimumHeightForWidth(contentsRect().width()));
}

void ReplyEditor::layOut()
{
    auto* switches = new QHBoxLayout;
    switches->setSpacing(12);
    switches->addWidget(m_enabled);
    switches->addWidget(m_echo);
    switches->addStretch();
    auto* limit = new QHBoxLayout;
    limit->setSpacing(6);
    limit->addWidget(m_perSecondLabel);
    limit->addWidget(m_perSecond);
    limit->addStretch();
    auto* buttons = new FlowLayout;
    for (QToolButton* button : {m_add, m_duplicate, m_delete, m_up, m_down, m_reset}) {
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }

    auto* upperLayout = new QVBoxLayout(m_upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(6);
    upperLayout->addWidget(m_table, 1);
    upperLayout->addLayout(buttons);
    upperLayout->addWidget(m_trouble);
    m_table->setMinimumHeight(kTableHeight / 2);

    auto* scrolled = new QScrollArea;
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scrolled->setWidgetResizable(true);
    scrolled->setFocusPolicy(Qt::NoFocus);
    scrolled->setWidget(m_form);
    scrolled->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);

    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_upper);
    splitter->addWidget(scrolled);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kTableHeight, 4 * kTableHeight});

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 0);
    layout->setSpacing(4);
    layout->addLayout(switches);
    layout->addLayout(limit);
    layout->addWidget(splitter, 1);
}

void ReplyEditor::bind()
{
    for (QCheckBox* box : {m_enabled, m_echo})
        connect(box, &QCheckBox::toggled, this, &ReplyEditor::apply);
    connect(m_perSecond, &QSpinBox::valueChanged, this, [this] { m_applySoon.start(); });
    connect(m_model, &ReplyModel::switched, this, &ReplyEditor::apply);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReplyEditor::showCurrent);
    connect(m_add, &QToolButton::clicked, this, [this] { add(ReplyRule()); });
    connect(m_duplicate, &QToolButton::clicked, this, [this] {
        if (currentRow() >= 0)
            add(m_model->rules()[currentRow()]);
    });
    connect(m_delete, &QToolButton::clicked, this, &ReplyEditor::removeCurrent);
    connect(m_up, &QToolButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_reset, &QToolButton::clicked, m_replier, &Replier::resetCounts);
    connect(m_form, &ReplyForm::edited, this, [this] {
        const int row = currentRow();
        if (row < 0)
            return;
        ReplyRule rule = m_form->rule();
        rule.enabled = m_model->rules()[row].enabled;
        m_model->setRule(row, rule);
        m_applySoon.start();
    });
    m_form->setPreview([this](const Message& reply) -> Result<PayloadParts, PayloadError> {
        static const QRegularExpression captured(QStringLiteral("(?<!\\$)\\$\\{\\d"));
        if (reply.text.contains(captured))
            return PayloadError{.reason = tr("what is matched goes into the reply, so it is not known before")};
        DynamicContext context;
        context.setAnswered({}); // nothing has been received yet
        PayloadOptions options = reply.options(m_replier->receiveEncoding());
        options.dynamics = &context;
        return buildParts(reply.text, options);
    });
    connect(&m_applySoon, &QTimer::timeout, this, &ReplyEditor::apply);
    connect(m_replier, &Replier::statusChanged, this, [this] {
        if (!m_refreshSoon.isActive())
            m_refreshSoon.start();
    });
    connect(&m_refreshSoon, &QTimer::timeout, this, &ReplyEditor::refresh);
}

void ReplyEditor::apply()
{
    m_applySoon.stop();
    m_replier->setSettings(settings());
    refresh();
    Q_EMIT changed();
}

void ReplyEditor::add(const ReplyRule& rule)
{
    if (m_model->rules().size() >= ReplySettings::kMostRules)
        return;
    const int row = currentRow() + 1;
    m_model->insert(row, rule);
    m_table->setCurrentIndex(m_model->index(row, 0));
    apply();
    m_form->focusPattern();
}

void ReplyEditor::removeCurrent()
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_model->remove(row);
    apply();
    showCurrent();
}

void ReplyEditor::moveCurrent(int by)
{
    if (currentRow() < 0)
        return;
    m_model->move(currentRow(), by);
    apply();
}

void ReplyEditor::showCurrent()
{
    const int row = currentRow();
    m_form->setEnabled(row >= 0);
    m_form->setRule(row >= 0 ? m_model->rules()[row] : ReplyRule());
    refresh();
}

void ReplyEditor::refresh()
{
    m_model->refreshStatus();
    const int row = currentRow();
    const auto last = static_cast<int>(m_model->rules().size()) - 1;
    // A new rule is empty, and everybody sees that.
    m_trouble->setText(row >= 0 && !m_model->rules()[row].pattern.isEmpty() ? m_model->troubleOf(row) : QString());
    m_add->setEnabled(last + 1 < ReplySettings::kMostRules);
    m_duplicate->setEnabled(row >= 0 && m_add->isEnabled());
    m_delete->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < last);
    m_echo->setToolTip(tr("Each piece of data received is sent back as it came (%1 so far)").arg(m_replier->echoed()));
}

int ReplyEditor::currentRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void ReplyEditor::retranslate()
{
    m_enabled->setText(tr("Reply automatically"));
    setHint(*m_enabled, tr("Answer what is received, by the rules below and by echo"));
    m_echo->setText(tr("Echo"));
    setHint(*m_echo, tr("Each piece of data received is sent back as it came"));
    m_perSecondLabel->setText(tr("Replies per second, in all"));
    m_perSecond->setAccessibleName(m_perSecondLabel->text());
    setHint(*m_perSecond, tr("Beyond so many a second nothing is answered or echoed, and the log says so"));
    m_table->setAccessibleName(tr("Rules"));
    setHint(*m_table, tr("Rules work independently: each that matches answers, in the order of the table"));
    const auto name = [](QToolButton& button, const QString& text, const QString& hint) {
        button.setText(text);
        button.setAccessibleName(text);
        setHint(button, hint);
    };
    name(*m_add, tr("Add"), tr("Add a rule behind the chosen one"));
    name(*m_duplicate, tr("Duplicate"), tr("Add a rule like the chosen one"));
    name(*m_delete, tr("Delete"), tr("Delete the chosen rule"));
    name(*m_up, tr("Up"), tr("Move the chosen rule up"));
    name(*m_down, tr("Down"), tr("Move the chosen rule down"));
    name(*m_reset, tr("Reset"), tr("Count from 0 again"));
    m_model->retranslate();
    refresh();
}

} // namespace netassist
