import type { Detector } from './detector.ts'
import { findPassword, USERINFO_REACH } from './userinfo.ts'

export const basicAuthUrl: Detector = {
  id: 'basic-auth-url',
  title: 'Password in a web address',
  anchors: [':/'],
  reach: USERINFO_REACH,
  find: (scan, at) => findPassword(scan, at, true),
  examples: {
    match: [`see https://ann:«${'s3cret!'}»@example.com/x`, `http://u:«${'Z9'}»@h`],
    ignore: [
      'https://example.com/a:b@c',
      'https://ann@example.com',
      'https://u:{password}@h',
      `redis://u:${'x1'}@h`,
    ],
  },
}
