// SPDX-License-Identifier: MIT
// An empty Qt main window: what every program of the kind takes to start. With an argument, that text is in it: then Qt
// also has to look for fonts.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1000, 700);
    if (argc > 1)
        window.setCentralWidget(new QLabel(QString::fromLocal8Bit(argv[1])));
    window.show();
    return QApplication::exec();
}
