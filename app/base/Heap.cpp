// SPDX-License-Identifier: MIT
#include "app/base/Heap.h"

#include <cstdlib> // tells which C library this is

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace netassist {

void trimHeap()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace netassist
