// Prints docs/rules.md: node scripts/rules.ts > docs/rules.md
import { reference } from '../src/policy/rules/reference.ts'

process.stdout.write(reference())
