import type { processes as en } from '../../en/access/processes.js';
import type { Translated } from '../../translated.js';

/** 运行进程与等待中的工作。 */
export const processes: Translated<typeof en> = {
  'frame.processes': '运行进程',
  'processes.sentence':
    '{workers, plural, =0 {{servers, number} 个服务进程应答并计分。} other {{servers, number} 个服务进程应答，{workers, number} 个工作进程分担计分。}}',
  'processes.kind.server': '服务进程',
  'processes.kind.worker': '工作进程',
  'processes.name': '{kind} {id}',
  'processes.column.process': '进程',
  'processes.column.where': '计算机 · 进程号',
  'processes.column.since': '开始运行',
  'processes.column.seen': '最近活动',
  'processes.column.does': '承担工作',
  'processes.column.partitions': '分区',
  'processes.does.answers': '应答',
  'processes.does.scores': '计算所持分区',
  'processes.does.everything': '为全部人员计分',
  'processes.does.runs': '汇总分数',
  'processes.does.jobs': '承担后台工作',
  'processes.parts': '{list}（共 {count, number} 个）',
  'processes.silent':
    '{host} 上的{name} 最近活动为{ago}，此后无活动。它仍占用所做的工作，计分可能因此等待。如已停止或无响应，请在该计算机上结束进程 {pid}，其他进程将在数秒内接手。',
  'processes.gone':
    '{host} 上的{name}（进程号 {pid}）意外结束，最近活动为{ago}。其工作已由其他进程接手。可在该计算机上重新启动：',
  'processes.noWorkers':
    '此前有工作进程，现已全部结束。目前由服务进程自行计分，速度较慢。请重新启动工作进程：',
  'processes.waiting': '等待中的工作',
  'processes.waiting.what': '工作',
  'processes.waiting.count': '等待',
  'processes.waiting.running': '进行中',
  'processes.waiting.since': '最早提交',
  'processes.waiting.none': '目前没有等待或进行中的工作。',
  'processes.more': '增加工作进程可加快计分，并可互相接手。每个均以下列命令启动：',
  'processes.more.where': '请在产品目录中运行，可在本机，也可在能够访问数据库的其他计算机上。',
  'processes.queue.scoring-run': '全员计分',
  'processes.queue.scoring-day': '新一日计分',
  'processes.queue.import': '导入',
  'processes.queue.export-due': '到期导出',
  'processes.queue.export-write': '写出导出文件',
  'processes.queue.backup-due': '到期备份',
  'processes.queue.backup-write': '写出备份',
  'processes.queue.evidence-committed': '跟进新记录',
  'processes.queue.policy-changed': '跟进新规则',
  'processes.queue.retention-night': '删除到期记录',
  'processes.queue.authority-day': '更新当日管理权限',
  'processes.queue.appointment-seals': '封存已决定的任用事项',
  'processes.queue.talk-day': '提出谈话建议',
};
