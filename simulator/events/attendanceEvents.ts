import { isJson, type Json, type Place } from '../approval/widgetKind';
import { showEntries } from '../approval/widgets';
import type { App } from '../state/apps';
import type { Definition, Instance } from '../state/approvals';
import { idsFor } from './eventIds';

type Event = [type: string, event: Json];

const DAY_SECONDS = 86_400;

/** 2025-01-14 00:00:00, without a zone. */
const wall = (moment: unknown): string => String(moment).slice(0, 19).replace('T', ' ');
const seconds = (ms: number): number => Math.floor(ms / 1000);

interface Told {
	value: Json;
	instance: Instance;
	ids: { user_id: string; open_id: string };
}

const head = ({ instance: { approval_code, instance_code, start, end } }: Told) => ({
	...{ approval_code, instance_code, start_time: seconds(start), end_time: seconds(end) },
});

const lasting = ({ value }: Told) => Number(value.interval ?? 0) * DAY_SECONDS;

const LEAVE = (told: Told): Event[] => {
	const { value, ids } = told;
	const times = { leave_start_time: wall(value.start), leave_end_time: wall(value.end), leave_interval: lasting(told) };
	const name = '@i18n@7276381556766212099';
	return [
		[
			'leave_approval',
			{
				...head(told),
				...{ employee_id: ids.user_id, open_id: ids.open_id, leave_type: value.name, leave_unit: 1 },
				...{ ...times, leave_reason: value.reason },
			},
		],
		[
			'leave_approvalV2',
			{
				...head(told),
				...{ ...ids, leave_name: name, leave_unit: 'DAY', leave_reason: value.reason, origin_instance_code: '' },
				// Neither JSON nor anything else that can be read.
				i18n_resources: `[{is_default=true,locale=zh_cn,texts={${name}=${String(value.name)}}}]`,
				leave_range: `[[${wall(value.start)},${wall(value.end)}]]`,
				...times,
			},
		],
	];
};

const of =
	(type: string, prefix: string) =>
	(told: Told): Event[] => {
		const { value, ids } = told;
		const times = { [`${prefix}_start_time`]: wall(value.start), [`${prefix}_end_time`]: wall(value.end) };
		const kind = { [`${prefix}_type`]: value.name, [`${prefix}_reason`]: value.reason };
		const length = { [`${prefix}_interval`]: lasting(told) };
		return [[type, { ...head(told), employee_id: ids.user_id, open_id: ids.open_id, ...kind, ...times, ...length }]];
	};

const SHIFT = (told: Told): Event[] => {
	const { value, ids } = told;
	const times = { shift_time: wall(value.shiftTime), return_time: wall(value.returnTime), shift_reason: value.reason };
	return [['shift_approval', { ...head(told), employee_id: ids.user_id, open_id: ids.open_id, ...times }]];
};

/** By the group in the form. Source: https://open.feishu.cn/document/ukTMukTMukTM/uIDO24iM4YjLygjN/event/leave and its neighbors */
const GROUPS: Readonly<Record<string, readonly [revert: string | undefined, events: (told: Told) => Event[]]>> = {
	leaveGroupV2: ['leave_approval_revert', LEAVE],
	workGroup: ['work_approval_revert', of('work_approval', 'work')],
	outGroup: ['out_approval_revert', of('out_approval', 'out')],
	shiftGroup: [undefined, SHIFT],
};

/** What attendance hears of an approval with one of its groups, when it is through or reverted. */
export function attendanceEvents(
	place: Place & { app: App },
	definition: Definition,
	instance: Instance,
	status: string,
): Event[] {
	const { user_id, open_id } = idsFor(place.store, place.app, instance.starter);
	return showEntries(instance.form, definition.form, place).flatMap(({ type, value }): Event[] => {
		const [revert, events] = GROUPS[String(type)] ?? [];
		if (!events || !isJson(value)) return [];
		const { approval_code, instance_code } = instance;
		const operate_time = String(seconds(place.store.clock.now()));
		if (status === 'REVERTED') return revert ? [[revert, { approval_code, instance_code, operate_time }]] : [];
		if (status !== 'APPROVED') return [];
		return events({ value, instance, ids: { user_id: user_id ?? '', open_id } });
	});
}
