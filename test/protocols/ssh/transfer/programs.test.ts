// Which command lines are a transfer, and nothing else.
import { expect, test } from 'vitest'
import { transferOf } from '../../../../src/protocols/ssh/transfer/programs.ts'
import { wordsOf } from '../../../../src/protocols/ssh/transfer/words.ts'

test.each<[string, object]>([
  ['scp -t /srv/app', { program: 'scp', takes: true, path: '/srv/app', directory: false, recursive: false }],
  ['scp -v -r -p -d -t -- /srv/app', { takes: true, path: '/srv/app', directory: true, recursive: true }],
  ['scp -f /srv/*.log', { takes: false, path: '/srv/*.log' }],
  [`scp -f '/srv/a b'`, { takes: false, path: '/srv/a b' }],
  ['scp -f ~/x', { takes: false, path: '~/x' }],
  // Options that mean nothing to the host's half, which takes them all the same.
  ['scp -O -s -A -T -p -t /srv/app', { program: 'scp', takes: true, preserves: true, path: '/srv/app' }],
  ['/usr/bin/scp -pf x', { takes: false, path: 'x' }],
  ['rsync --server -vlogDtpre.iLsfxCIvu . /srv/app/', { program: 'rsync', takes: true }],
  ['rsync --server --sender -vlogDtpre.iLsfxCIvu . /srv/a\\ b', { program: 'rsync', takes: false }],
  ['sudo rsync --server . /srv', { program: 'rsync', takes: true }],
  ['sudo -u app -n rsync --server . /srv', { program: 'rsync', takes: true }],
  ['/usr/lib/openssh/sftp-server', { program: 'sftp' }],
  ['sudo -n /usr/lib/openssh/sftp-server -e', { program: 'sftp' }],
  [`git-upload-pack '/srv/app.git'`, { program: 'git', takes: false }],
  [`git upload-archive "/srv/app.git"`, { program: 'git', takes: false }],
  [`git receive-pack '/srv/it'\\''s.git'`, { program: 'git', takes: true }],
])('%s', (line, transfer) => {
  expect(transferOf(line)).toMatchObject(transfer)
})

test.each([
  'scp -f /srv/x; cat /etc/shadow',
  'scp -f /srv/x && cat /etc/shadow',
  'scp -f /srv/x | cat',
  'scp -f /srv/x\ncat /etc/shadow',
  'scp -f $(cat list)',
  'scp -f `cat list`',
  'scp -f "$x"',
  'scp -f "`x`"',
  'scp -f <(cat)',
  'scp -f x > y',
  'scp -f /a /b',
  'scp -S prog -f x',
  'scp -tf x',
  'scp x y:z',
  'X=1 scp -f x',
  'env scp -f x',
  'sudo -s scp -f x',
  'rsync -a x y',
  'rsync --daemon',
  'git push',
  'git -c core.pager=x upload-pack y',
  'cat x',
  "scp -f 'x",
  'scp -f "x',
  'scp -f x\\',
  'scp -f {a,b}',
  'scp -f x # y',
  '',
])('no transfer: %s', (line) => {
  expect(transferOf(line)).toBeUndefined()
})

test('words as a shell takes them', () => {
  expect(wordsOf(` a  'b c'"d\\"e\\\\"\\ f  ''\tg `)).toEqual(['a', 'b cd"e\\ f', '', 'g'])
})
