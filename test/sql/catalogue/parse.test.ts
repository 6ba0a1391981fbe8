import { describe, expect, it } from 'vitest'
import { SluiceError } from '../../../src/core/errors.ts'
import { parseSnapshot } from '../../../src/sql/catalogue/parse.ts'
import { opaque, routine, snapshot, table } from './snapshots.ts'

const full = snapshot({
  relations: [
    table('app.t', {
      columns: [{ name: 'id', type: 'int4', notNull: true }],
      rules: [{ name: 'r', event: 'insert', definition: 'CREATE RULE …' }],
      triggers: [{ name: 'g', events: ['update'], columns: ['id'], function: 'app.f', when: 'true' }],
      referencedBy: [
        { name: 'k', relation: 'app.u', columns: ['id'], onDelete: 'set null', onUpdate: 'no action' },
      ],
      expressions: [{ kind: 'check', on: ['insert'], text: 'true' }],
      children: ['app.v'],
      unique: [['id'], ['a', 'b']],
    }),
    table('app.w', { kind: 'view', definition: 'SELECT 1' }),
  ],
  functions: [
    routine('app.f', 'SELECT 1', { securityDefiner: true }),
    opaque('app.a', { calls: ['app.f'], extension: 'x' }),
  ],
  domains: [{ schema: 'app', name: 'd', base: 'text', expressions: ['true'] }],
  operators: [{ schema: 'app', name: '=', right: 'int4', function: 'app.f' }],
  casts: [{ source: 'app.d', target: 'text', function: 'app.f', context: 'explicit' }],
  eventTriggers: [{ name: 'e', event: 'sql_drop', tags: ['DROP TABLE'], function: 'app.f' }],
})

describe('a snapshot in a file', () => {
  it('is read as it was written', () => {
    expect(parseSnapshot(JSON.stringify(full))).toEqual(full)
  })

  it.each([
    ['{', 'the snapshot is not JSON'],
    ['[]', 'the snapshot is wrong: the whole should be of type object'],
    ['null', 'the snapshot is wrong: the whole should be of type object'],
    [{ ...full, version: 2 }, 'the snapshot has version 2, and this Sluice reads version 1'],
    [{ ...full, more: 'secret' }, 'the snapshot is wrong: the whole has a member that is not known'],
    [{ ...full, server: 'secret' }, 'the snapshot is wrong: server should be of type number'],
    [
      { ...full, takenAt: 'secret' },
      'the snapshot is wrong: takenAt is not one of the values that it may have',
    ],
    [{ ...full, relations: undefined }, 'the snapshot is wrong: relations should be of type array'],
    [
      { ...full, relations: [{ ...full.relations[0], kind: 'secret' }] },
      'the snapshot is wrong: relations[0].kind is not one of the values that it may have',
    ],
    [
      { ...full, relations: [{ ...full.relations[0], triggers: [{ name: 'g', secret: 1 }] }] },
      'the snapshot is wrong: relations[0].triggers[0].events should be of type array',
    ],
    [
      { ...full, functions: [{ ...full.functions[0], secret: 1 }] },
      'the snapshot is wrong: functions[0] has a member that is not known',
    ],
  ])('%#: names what is wrong, and how to mend it', (value, message) => {
    let error: unknown
    try {
      parseSnapshot(typeof value === 'string' ? value : JSON.stringify(value))
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(SluiceError)
    expect(error).toMatchObject({
      code: 'CONFIG_INVALID',
      message,
      hint: 'Make a new one with `sluice policy snapshot`',
    })
  })
})
