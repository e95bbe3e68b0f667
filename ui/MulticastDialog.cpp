// SPDX-License-Identifier: MIT
#include "ui/MulticastDialog.h"

#include "app/capture/Note.h"
#include "app/net/HostText.h"
#include "ui/ElidedLabel.h"
#include "ui/Hint.h"
#include "ui/InterfaceCombo.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace netassist {

namespace {

constexpr int kMulticastWidth = 480;
constexpr int kListHeight = 90;

} // namespace

MulticastDialog::MulticastDialog(MulticastOptions options, QWidget* parent)
    : QDialog(parent),
      m_groupLabel(new QLabel(this)),
      m_group(new QLineEdit(this)),
      m_interfaceLabel(new QLabel(this)),
      m_interface(new InterfaceCombo(this)),
      m_join(new QPushButton(this)),
      m_listLabel(new QLabel(this)),
      m_list(new QListWidget(this)),
      m_leave(new QPushButton(this)),
      m_hint(new ElidedLabel(this)),
      m_throughLabel(new QLabel(this)),
      m_through(new InterfaceCombo(this)),
      m_hopsLabel(new QLabel(this)),
      m_hops(new QSpinBox(this)),
      m_loopback(new QCheckBox(this)),
      m_sharePort(new QCheckBox(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this)),
      m_options(std::move(options))
{
    m_groupLabel->setBuddy(m_group);
    m_interfaceLabel->setBuddy(m_interface);
    m_listLabel->setBuddy(m_list);
    m_throughLabel->setBuddy(m_through);
    m_hopsLabel->setBuddy(m_hops);
    m_group->setText(QStringLiteral("239.255.0.1"));
    m_list->setMinimumHeight(kListHeight);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_hint->setLines(2, 3);
    m_hops->setRange(0, MulticastOptions::kMostHops);
    m_hops->setValue(m_options.hops);
    m_through->setInterfaceName(m_options.sendInterface);
    m_loopback->setChecked(m_options.loopback);
    m_sharePort->setChecked(m_options.sharePort);
    m_join->setDefault(true);
    layOut();

    connect(m_join, &QPushButton::clicked, this, &MulticastDialog::join);
    connect(m_leave, &QPushButton::clicked, this, &MulticastDialog::leave);
    connect(m_list, &QListWidget::itemSelectionChanged, this,
            [this] { m_leave->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(m_through, &QComboBox::currentIndexChanged, this, &MulticastDialog::takeSending);
    connect(m_hops, &QSpinBox::valueChanged, this, &MulticastDialog::takeSending);
    connect(m_loopback, &QCheckBox::toggled, this, &MulticastDialog::takeSending);
    connect(m_sharePort, &QCheckBox::toggled, this, &MulticastDialog::takeSending);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

void MulticastDialog::setJoined(bool isOpen, const QList<MulticastGroup>& joined)
{
    m_isOpen = isOpen;
    m_joined = joined;
    refill();
}

void MulticastDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void MulticastDialog::layOut()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_groupLabel, 0, 0);
    grid->addWidget(m_group, 0, 1);
    grid->addWidget(m_interfaceLabel, 1, 0);
    grid->addWidget(m_interface, 1, 1);
    grid->addWidget(m_join, 1, 2);
    grid->addWidget(m_listLabel, 2, 0, Qt::AlignTop);
    grid->addWidget(m_list, 2, 1);
    grid->addWidget(m_leave, 2, 2, Qt::AlignTop);
    grid->addWidget(m_hint, 3, 0, 1, 3);
    grid->setRowMinimumHeight(4, 8);
    grid->setRowStretch(2, 1);
    grid->addWidget(m_throughLabel, 5, 0);
    grid->addWidget(m_through, 5, 1);
    grid->addWidget(m_hopsLabel, 6, 0);
    grid->addWidget(m_hops, 6, 1, Qt::AlignLeft);
    grid->addWidget(m_loopback, 7, 0, 1, 3);
    grid->addWidget(m_sharePort, 8, 0, 1, 3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(grid);
    layout->addWidget(m_buttons);
    setMinimumWidth(kMulticastWidth);
}

void MulticastDialog::join()
{
    const QHostAddress address = literalAddress(m_group->text().trimmed());
    m_refused = address.isMulticast() ? QString() : m_group->text();
    const MulticastGroup group{address.toString(), m_interface->interfaceName()};
    const bool isMissing = !m_joined.contains(group);
    if (address.isMulticast() && isMissing) {
        if (m_options.groups.removeAll(group) > 0)
            Q_EMIT changed(m_options); // so that it is tried once more
        if (m_options.groups.size() < MulticastOptions::kMostGroups)
            m_options.groups.append(group);
        Q_EMIT changed(m_options);
    }
    refill();
}

void MulticastDialog::leave()
{
    QList<MulticastGroup> kept;
    for (int row = 0; row < m_list->count(); ++row) {
        if (!m_list->item(row)->isSelected())
            kept.append(m_options.groups.at(row));
    }
    m_options.groups = kept;
    m_refused.clear();
    Q_EMIT changed(m_options);
    refill();
}

void MulticastDialog::takeSending()
{
    m_options.sendInterface = m_through->interfaceName();
    m_options.hops = m_hops->value();
    m_options.loopback = m_loopback->isChecked();
    m_options.sharePort = m_sharePort->isChecked();
    Q_EMIT changed(m_options);
}

void MulticastDialog::refill()
{
    const int row = m_list->currentRow();
    m_list->clear();
    for (const MulticastGroup& group : std::as_const(m_options.groups)) {
        const bool isMissing = m_isOpen && !m_joined.contains(group);
        m_list->addItem(isMissing ? tr("%1: not joined, the log says why").arg(group.label()) : group.label());
    }
    m_list->setCurrentRow(row);
    m_leave->setEnabled(!m_list->selectedItems().isEmpty());
    showHint();
}

void MulticastDialog::showHint()
{
    const bool isRefused = !m_refused.isEmpty();
    if (isRefused)
        m_hint->setText(Note{NoteKind::GroupInvalid, {m_refused}}.sentence());
    else
        m_hint->setText(m_isOpen ? tr("Groups are left when the socket closes, and joined again when it opens.")
                                 : tr("The socket is closed: groups are joined when it opens."));
    m_hint->setTone(isRefused ? ElidedLabel::Tone::Warning : ElidedLabel::Tone::Quiet);
}

void MulticastDialog::retranslate()
{
    setWindowTitle(tr("Multicast"));
    m_groupLabel->setText(tr("Group address"));
    m_group->setAccessibleName(m_groupLabel->text());
    setHint(*m_group, tr("224.0.0.0 to 239.255.255.255, or an IPv6 address that begins with ff"));
    m_interfaceLabel->setText(tr("Interface"));
    m_interface->setAccessibleName(m_interfaceLabel->text());
    setHint(*m_interface, tr("Network interface on which to be in the group"));
    m_join->setText(tr("Join"));
    setHint(*m_join, tr("Receive what is sent to the group"));
    m_listLabel->setText(tr("Groups"));
    m_list->setAccessibleName(m_listLabel->text());
    setHint(*m_list, tr("The groups that the socket is in while it is open"));
    m_leave->setText(tr("Leave"));
    setHint(*m_leave, tr("Leave the groups that are selected"));
    m_throughLabel->setText(tr("Send through"));
    m_through->setAccessibleName(m_throughLabel->text());
    setHint(*m_through, tr("Network interface through which what is sent to groups goes out"));
    m_hopsLabel->setText(tr("Hops (TTL)"));
    m_hops->setAccessibleName(m_hopsLabel->text());
    setHint(*m_hops,
            tr("How many networks what is sent to groups may cross: 0 stays on this machine, 1 in this network"));
    m_loopback->setText(tr("Loopback"));
    setHint(*m_loopback, tr("What is sent to groups comes to members on this machine too"));
    m_sharePort->setText(tr("Share port"));
    setHint(*m_sharePort,
            tr("Other programs that allow it too may use the same port; counts from the next opening on"));
    refill();
}

} // namespace netassist
