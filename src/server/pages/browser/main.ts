// What a page does by itself: it says when there is something new, and counts down. Without it everything still works.

import { deciding } from './deciding.ts'
import { live } from './live.ts'
import { countDown } from './time.ts'

live(document)
countDown(document)
deciding(document, sessionStorage)
