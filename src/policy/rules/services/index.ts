import type { Rule } from '../rule.ts'
import { changeCluster } from './change-cluster.ts'
import { changeFirewall } from './change-firewall.ts'
import { changeKernel } from './change-kernel.ts'
import { changeSchedule } from './change-schedule.ts'
import { hostContainer } from './host-container.ts'
import { installPackage } from './install-package.ts'
import { power } from './power.ts'
import { removeFromCluster } from './remove-from-cluster.ts'
import { removePackage } from './remove-package.ts'
import { removeVolume } from './remove-volume.ts'
import { runContainer } from './run-container.ts'
import { startContainer } from './start-container.ts'
import { startService } from './start-service.ts'
import { stopContainer } from './stop-container.ts'
import { stopProcess } from './stop-process.ts'
import { stopService } from './stop-service.ts'

export const SERVICES: readonly Rule[] = [
  stopService,
  startService,
  stopProcess,
  power,
  installPackage,
  removePackage,
  startContainer,
  runContainer,
  hostContainer,
  stopContainer,
  removeVolume,
  changeCluster,
  removeFromCluster,
  changeFirewall,
  changeKernel,
  changeSchedule,
]
