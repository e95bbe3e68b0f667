// SPDX-License-Identifier: MIT
#include "ui/FilePanel.h"

#include "app/session/FilePreferences.h"
#include "app/session/FileSource.h"
#include "ui/ElidedLabel.h"
#include "ui/Hint.h"
#include "ui/PayloadHint.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <atomic>

namespace netassist {

namespace {

constexpr int kBarSteps = 1000;
constexpr int kBarHeight = 10;
constexpr qint64 kMinute = 60;

QString joined(const QStringList& parts)
{
    return parts.join(QStringLiteral("  \u00B7  "));
}

} // namespace

struct FilePanel::Looking {
    QString path;
    Seen seen;
    std::atomic<bool> isDone = false;
};

QString durationText(qint64 seconds)
{
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const qint64 minutes = seconds / kMinute;
    if (minutes < kMinute)
        return QStringLiteral("%1:%2").arg(minutes).arg(two(seconds % kMinute));
    return QStringLiteral("%1:%2:%3").arg(minutes / kMinute).arg(two(minutes % kMinute), two(seconds % kMinute));
}

FilePanel::FilePanel(QWidget* parent)
    : QWidget(parent),
      m_pathLabel(new QLabel(this)),
      m_path(new QLineEdit(this)),
      m_choose(new QPushButton(this)),
      m_paced(new QCheckBox(this)),
      m_blockLabel(new QLabel(this)),
      m_block(new QSpinBox(this)),
      m_intervalLabel(new QLabel(this)),
      m_interval(new QSpinBox(this)),
      m_state(new ElidedLabel(this)),
      m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(this))
{
    m_pathLabel->setBuddy(m_path);
    m_blockLabel->setBuddy(m_block);
    m_intervalLabel->setBuddy(m_interval);
    m_path->setAcceptDrops(false); // the whole area takes a file, not a place in the text
    m_block->setRange(1, static_cast<int>(FilePacing::kMostBlockBytes));
    m_interval->setRange(0, FilePacing::kMostIntervalMs);
    m_bar->setRange(0, kBarSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(kBarHeight);
    layOut();
    restore({});

    connect(m_path, &QLineEdit::textChanged, this, &FilePanel::look);
    connect(m_path, &QLineEdit::returnPressed, this, &FilePanel::submitted);
    connect(m_choose, &QPushButton::clicked, this, &FilePanel::choose);
    connect(m_paced, &QCheckBox::toggled, this, &FilePanel::refresh);
    connect(m_paced, &QCheckBox::toggled, this, &FilePanel::changed);
    connect(m_block, &QSpinBox::valueChanged, this, &FilePanel::changed);
    connect(m_interval, &QSpinBox::valueChanged, this, &FilePanel::changed);
    connect(m_cancel, &QPushButton::clicked, this, &FilePanel::cancelRequested);
    m_lookAgain.setInterval(kLookAgainMs);
    connect(&m_lookAgain, &QTimer::timeout, this, &FilePanel::lookAgain);
    retranslate();
}

QString FilePanel::path() const
{
    return pathFromTyped(m_path->text());
}

void FilePanel::setPath(const QString& path)
{
    m_path->setText(path);
}

FilePacing FilePanel::pacing() const
{
    return m_paced->isChecked() ? FilePacing{m_block->value(), m_interval->value()} : FilePacing();
}

void FilePanel::look()
{
    m_seen = see(path());
    if (m_looking && !m_looking->isDone)
        m_disk.reset();
    m_looking.reset();
    m_seenLast.reset();
    refresh();
    Q_EMIT changed();
}

void FilePanel::setProgress(const std::optional<FileProgress>& progress)
{
    const bool isOther = m_progress.has_value() != progress.has_value();
    m_progress = progress;
    if (isOther)
        look();
    else
        refresh();
}

QWidget* FilePanel::firstField() const
{
    return isRunning() ? static_cast<QWidget*>(m_cancel) : m_path;
}

void FilePanel::restore(const FilePreferences& preferences)
{
    {
        const QSignalBlocker blocker(this);
        const QSignalBlocker notLookedFor(m_path); // whoever shows it looks
        m_path->setText(preferences.sendPath);
        m_paced->setChecked(preferences.paced);
        m_block->setValue(static_cast<int>(preferences.blockBytes));
        m_interval->setValue(preferences.intervalMs);
    }
    refresh();
}

void FilePanel::store(FilePreferences& preferences) const
{
    preferences.sendPath = m_path->text();
    preferences.paced = m_paced->isChecked();
    preferences.blockBytes = m_block->value();
    preferences.intervalMs = m_interval->value();
}

void FilePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FilePanel::hideEvent(QHideEvent* event)
{
    m_lookAgain.stop();
    QWidget::hideEvent(event);
}

void FilePanel::showEvent(QShowEvent* event)
{
    m_lookAgain.start();
    QWidget::showEvent(event);
}

void FilePanel::layOut()
{
    auto* file = new QHBoxLayout;
    file->setSpacing(6);
    file->addWidget(m_pathLabel);
    file->addWidget(m_path, 1);
    file->addWidget(m_choose);
    auto* pacing = new QHBoxLayout;
    pacing->setSpacing(6);
    pacing->addWidget(m_paced);
    pacing->addWidget(m_blockLabel);
    pacing->addWidget(m_block);
    pacing->addWidget(m_intervalLabel);
    pacing->addWidget(m_interval);
    pacing->addStretch();
    auto* state = new QHBoxLayout;
    state->setSpacing(6);
    state->addWidget(m_state, 1);
    state->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(file);
    layout->addLayout(pacing);
    layout->addLayout(state);
    layout->addWidget(m_bar);
    layout->addStretch();
}

void FilePanel::choose()
{
    auto* dialog = new QFileDialog(this, tr("Choose the file to send"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    const QFileInfo now(path());
    if (now.exists())
        dialog->setDirectory(now.absolutePath());
    connect(dialog, &QFileDialog::fileSelected, this, &FilePanel::setPath);
    dialog->open();
}

FilePanel::Seen FilePanel::see(const QString& path)
{
    const QFileInfo file(path);
    const bool isFile = file.isFile();
    return {file.exists(), isFile, isFile ? file.size() : 0};
}

void FilePanel::lookAgain()
{
    if (isRunning() || (m_looking && !m_looking->isDone))
        return;
    if (m_looking) {
        const bool isSettled = m_seenLast && m_seenLast->isLike(m_looking->seen);
        m_seenLast = m_looking->seen;
        if (isSettled && m_seen != *m_seenLast) {
            m_seen = *m_seenLast;
            refresh();
            Q_EMIT changed();
        }
    }
    m_looking = std::make_shared<Looking>();
    m_looking->path = path();
    if (!m_disk)
        m_disk = std::make_unique<DiskThread>();
    m_disk->post([looking = m_looking] {
        looking->seen = see(looking->path);
        looking->isDone = true;
    });
}

QString FilePanel::stateText() const
{
    if (m_progress) {
        QStringList parts{tr("%1 of %2 bytes").arg(m_progress->bytes).arg(m_progress->total)};
        if (m_progress->recipients > 1)
            parts += tr("to %1 clients").arg(m_progress->recipients);
        if (m_progress->bytesPerSecond > 0)
            parts += QLocale::c().formattedDataSize(static_cast<qint64>(m_progress->bytesPerSecond), 1,
                                                    QLocale::DataSizeSIFormat) +
                     QStringLiteral("/s");
        if (m_progress->secondsLeft >= 0)
            parts += tr("%1 left").arg(durationText(m_progress->secondsLeft));
        return joined(parts);
    }
    if (path().isEmpty())
        return tr("Choose a file, drop it here, or paste its path");
    if (isReady())
        return byteCountText(m_seen.bytes);
    if (!m_seen.exists)
        return tr("There is no such file");
    return m_seen.isFile ? tr("The file is empty") : tr("This is not a file");
}

void FilePanel::refresh()
{
    const bool running = isRunning();
    // What goes away with the focus on it would give that to whatever comes next in the window.
    const QWidget* const focus = window()->focusWidget();
    const bool losesFocus = focus != nullptr && isAncestorOf(focus) && (focus == m_cancel) != running;
    QWidget* const next = firstField();
    next->setEnabled(true);
    next->show();
    if (losesFocus)
        next->setFocus();
    m_bar->setVisible(running);
    m_cancel->setVisible(running);
    for (QWidget* field :
         {static_cast<QWidget*>(m_path), static_cast<QWidget*>(m_choose), static_cast<QWidget*>(m_paced)})
        field->setEnabled(!running);
    m_block->setEnabled(!running && m_paced->isChecked());
    m_interval->setEnabled(!running && m_paced->isChecked());
    if (running && m_progress->total > 0)
        m_bar->setValue(static_cast<int>(static_cast<double>(m_progress->bytes) * kBarSteps /
                                         static_cast<double>(m_progress->total)));
    m_state->setText(stateText());
    const bool wrong = !running && !isReady() && !path().isEmpty();
    m_state->setTone(wrong ? ElidedLabel::Tone::Warning : ElidedLabel::Tone::Quiet);
}

void FilePanel::retranslate()
{
    m_pathLabel->setText(tr("File to send"));
    m_path->setAccessibleName(m_pathLabel->text());
    m_path->setPlaceholderText(tr("Path of the file"));
    setHint(*m_path, tr("The file that is sent, exactly as it is; it can be dropped here too"));
    m_choose->setText(tr("Choose\u2026"));
    setHint(*m_choose, tr("Choose the file to send"));
    m_paced->setText(tr("In blocks"));
    setHint(*m_paced, tr("Send the file in blocks of one size with a pause between them, not as fast as it is taken"));
    m_blockLabel->setText(tr("Block (bytes)"));
    m_block->setAccessibleName(m_blockLabel->text());
    setHint(*m_block, tr("Bytes that are written at once; over UDP, the size of each datagram"));
    m_intervalLabel->setText(tr("Every (ms)"));
    m_interval->setAccessibleName(m_intervalLabel->text());
    setHint(*m_interval, tr("Milliseconds from one block to the next"));
    m_bar->setAccessibleName(tr("Progress of the file"));
    m_cancel->setText(tr("Cancel"));
    setHint(*m_cancel, tr("Stop sending the file; what has been handed over to the system still goes"));
    refresh();
}

} // namespace netassist
