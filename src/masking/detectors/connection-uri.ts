import type { Detector } from './detector.ts'
import { findPassword, USERINFO_REACH } from './userinfo.ts'

export const connectionUri: Detector = {
  id: 'connection-uri',
  title: 'Password in a connection URI',
  anchors: [':/'],
  reach: USERINFO_REACH,
  find: (scan, at) => findPassword(scan, at, false),
  examples: {
    match: [
      `url postgres://app:«${'hunter2'}»@db.internal:5432/orders`,
      `"redis://:«${'p%40ss'}»@cache:6379"`,
      `mongodb+srv://u:«${'a@b'}»@cluster0.example.net/?x=y`,
    ],
    ignore: [
      'postgres://app@db.internal/orders',
      'postgres://app:$PASSWORD@db/orders',
      'postgres://app:****@db/orders',
      `https://u:${'secret1'}@example.com/`,
      '://a:b@c',
      'x://///',
    ],
  },
}
