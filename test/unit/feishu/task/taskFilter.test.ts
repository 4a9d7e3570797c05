import { fitsTask, type TaskFilter } from '../../../../feishu/task/taskFilter';

const DAY = 86_400_000;
/** Noon in Shanghai of 2 May 2023. */
const NOW = { now: 1_682_899_200_000 + DAY + 4 * 3_600_000, timeZone: 'Asia/Shanghai' };
const due = (day: number) => ({ timestamp: String(1_682_899_200_000 + day * DAY), is_all_day: true });
const assigned = (...ids: string[]) => ids.map((id) => ({ id, role: 'assignee' }));

test.each<[string, object, TaskFilter, boolean]>([
	['no filter', {}, {}, true],
	['overdue since yesterday', { due: due(0) }, { overdue: true }, true],
	['due today', { due: due(1) }, { overdue: true }, false],
	['due an hour ago', { due: { timestamp: String(NOW.now - 3_600_000) } }, { overdue: true }, true],
	['completed', { due: due(0), completed_at: '5' }, { overdue: true }, false],
	['without a due time', {}, { overdue: true }, false],
	['open', { completed_at: '0' }, { completed: false }, true],
	['completed where open ones are wanted', { completed_at: '5' }, { completed: false }, false],
	['due within', { due: due(3) }, { dueAfter: NOW.now, dueBefore: NOW.now + 3 * DAY }, true],
	['due later', { due: due(9) }, { dueBefore: NOW.now + 3 * DAY }, false],
	['without a due time where one is wanted', {}, { dueBefore: NOW.now }, false],
	['made later', { created_at: '10' }, { createdBefore: 5 }, false],
	['of whom the list does not tell when it was made', {}, { createdBefore: 5 }, true],
	['of one of these', { members: assigned('ou_1', 'ou_2') }, { assignees: ['ou_2'] }, true],
	['followed by one of these', { members: [{ id: 'ou_2', role: 'follower' }] }, { assignees: ['ou_2'] }, false],
	['of nobody', { members: [{ id: 'ou_2', role: 'follower' }] }, { unassigned: true }, true],
	['of somebody', { members: assigned('ou_1') }, { unassigned: true }, false],
	['with these words', { summary: 'Send the Quote' }, { words: 'quote' }, true],
	['with other words', { summary: 'Send the Quote' }, { words: 'invoice' }, false],
])('%s', (_what, task, filter, expected) => expect(fitsTask({ ...task }, filter, NOW)).toBe(expected));
