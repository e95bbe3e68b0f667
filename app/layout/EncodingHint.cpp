// SPDX-License-Identifier: MIT
#include "app/layout/EncodingHint.h"

namespace netassist {

namespace {

constexpr qint64 kSampleBytes = 65536;

} // namespace

const Encoding* encodingHint(const Capture& capture, RecordId record, const Encoding& current)
{
    if (record < capture.begin() || record >= capture.end()) {
        return nullptr;
    }
    const Record seed = capture.record(record);
    QByteArray sample;
    RecordId at = record;
    while (at != kNoRecord && sample.size() < kSampleBytes / 2) {
        sample.prepend(capture.bytes(at));
        at = capture.record(at).previousInStream;
    }
    const bool isFromStart = at == kNoRecord;
    for (RecordId next = record + 1; next < capture.end() && sample.size() < kSampleBytes; ++next) {
        const Record found = capture.record(next);
        if (found.peer == seed.peer && found.kind == seed.kind) {
            sample += capture.bytes(next);
        }
        if (next - record > kSampleBytes) {
            break; // another peer's flood lies between
        }
    }
    const qsizetype lineEnd = sample.indexOf('\n');
    if (!isFromStart && lineEnd >= 0) {
        sample.remove(0, lineEnd + 1);
    }
    return suggestEncoding(QByteArrayView(sample).first(qMin<qsizetype>(sample.size(), kSampleBytes)), current);
}

} // namespace netassist
