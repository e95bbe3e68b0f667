// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace netassist {

class Capture;

/// A friendly word in the empty log about what to do first. It goes with the first record and does not come back.
class FirstHint final : public QLabel {
    Q_OBJECT

public:
    /// @param ground what it stands on, in the middle; owns it
    FirstHint(const Capture& capture, QWidget* ground);

    enum class Subject : quint8 { Listening, Connecting, Datagrams };
    void setSubject(Subject subject);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place();
    void retranslate();

    Subject m_subject = Subject::Listening;
};

} // namespace netassist
