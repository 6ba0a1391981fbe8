// What a page does by itself: it says when there is something new, and counts down. Without it everything still works.

import { live } from './live.ts'
import { countDown } from './time.ts'

countDown(document)
live(document)
