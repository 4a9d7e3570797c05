import { byId, type Platform } from '..';
import { late, type Cases } from './common';

function away(p: Platform): string {
	const timeoff_event_id = `timeoff:${p.store.calendars.timeoffs.size}`;
	p.store.calendars.timeoffs.set(timeoff_event_id, {
		...{ timeoff_event_id, app_id: p.simulator.appId, user: p.user.open_id, timezone: 'Asia/Shanghai' },
		...{ start_time: '2026-12-24', end_time: '2026-12-26', title: '', description: '' },
	});
	return timeoff_event_id;
}

export const timeOff: Cases = {
	create: {
		parameters: (p) => ({ user: byId(p.user.open_id), timeOffStart: '2026-12-24', timeOffEnd: '2026-12-26' }),
		refused: [
			[{ user: byId(late('')) }, 'User'],
			[{ timeOffStart: late('') }, 'Start'],
			[{ timeOffEnd: '2026-12-23' }, 'End'],
			[{ timeOffEnd: '2026-12-26T10:00:00' }, 'Start'],
			[{ options: { timeZone: late('Mars/Base') } }, 'Time Zone'],
		],
	},
	delete: {
		parameters: (p) => ({ timeOffId: away(p) }),
		refused: [
			[{ timeOffId: late(' ') }, 'Time Off ID'],
			[{ timeOffId: '7123' }, 'Time Off ID'],
		],
	},
};
