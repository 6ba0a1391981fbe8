import { expect, test } from 'vitest'
import { binaryValue } from '../../../src/protocols/postgres/binary.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

test.each<[string, number, string, string]>([
  ['bool', 16, '01', 't'],
  ['int8', 20, 'ffffffffffffffff', '-1'],
  ['int2', 21, '8000', '-32768'],
  ['int4', 23, '000007c6', '1990'],
  ['oid', 26, 'ffffffff', '4294967295'],
  ['float8', 701, '3ff8000000000000', '1.5'],
  ['text', 25, '64 61 6e 61', 'dana'],
  ['jsonb', 3802, '01 7b7d', '{}'],
  ['uuid', 2950, '00112233445566778899aabbccddeeff', '00112233-4455-6677-8899-aabbccddeeff'],
  ['date', 1082, '00000000', '2000-01-01'],
  ['timestamptz', 1184, '0000000000000000', '2000-01-01 00:00:00.000'],
  ['timestamp before', 1114, 'ffffffffffffd8f0', '1999-12-31 23:59:59.990'],
])('%s is read', (_, oid, bytes, value) => {
  expect(binaryValue(oid, hex(bytes))).toBe(value)
})

test.each<[string, number, string]>([
  ['a type that is not known', 0, '00000001'],
  ['a size that it cannot have', 23, '0001'],
  ['text that is none', 25, 'ff'],
  ['another version', 3802, '02 7b7d'],
  ['the end of time', 1184, '7fffffffffffffff'],
])('%s is left to its bytes', (_, oid, bytes) => {
  expect(binaryValue(oid, hex(bytes))).toBeUndefined()
})
