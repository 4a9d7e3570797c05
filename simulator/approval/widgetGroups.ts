import type { Filled, Widget } from '../state/approvals';
import { isJson, type Json, momentIn, optionsOf, type Place, stringIn, type WidgetKind, wrong } from './widgetKind';

const DAY_MS = 86_400_000;

/** The entries of the widgets inside a group. */
type TakeEntries = (entries: unknown, widgets: readonly Widget[], place: Place) => Filled[];

/** What a group has inside, which its definition does not always name. */
const CHILDREN: Readonly<Record<string, readonly Widget[]>> = {
	leaveGroupV2: [
		{ id: 'widgetLeaveGroupType', name: '请假类型', type: 'radioV2' },
		{ id: 'widgetLeaveGroupStartTime', name: '开始时间', type: 'date' },
		{ id: 'widgetLeaveGroupEndTime', name: '结束时间', type: 'date' },
		{ id: 'widgetLeaveGroupReason', name: '请假事由', type: 'textarea' },
		{ id: 'widgetLeaveCertification', name: '证明', type: 'image' },
		{ id: 'widgetLeaveGroupFeedingArrivingLate', name: '晚到', type: 'radioV2' },
		{ id: 'widgetLeaveGroupFeedingOffLeaveEarly', name: '早走', type: 'radioV2' },
	],
	workGroup: [
		{ id: 'widgetWorkGroupOvertimeWorkers', name: '加班人', type: 'contact' },
		{ id: 'widgetWorkGroupType', name: '加班类型', type: 'radioV2' },
		{
			id: 'widgetWorkGroupTimeRangeFieldList',
			name: '加班时间',
			type: 'fieldList',
			children: [
				{ id: 'widgetWorkGroupStartTime', name: '开始时间', type: 'date' },
				{ id: 'widgetWorkGroupEndTime', name: '结束时间', type: 'date' },
			],
		},
		{ id: 'widgetWorkGroupReason', name: '加班事由', type: 'textarea' },
	],
	outGroup: [
		{ id: 'widgetOutGroupType', name: '外出类型', type: 'radioV2' },
		{ id: 'widgetOutGroupStartTime', name: '开始时间', type: 'date' },
		{ id: 'widgetOutGroupEndTime', name: '结束时间', type: 'date' },
		{ id: 'widgetOutGroupReason', name: '外出事由', type: 'textarea' },
		{ id: 'widgetOutGroupImage', name: '图片', type: 'image' },
	],
};

/** The ids that groups always have. */
const IDS: Readonly<Record<string, string>> = {
	leaveGroupV2: 'widgetLeaveGroupV2',
	workGroup: 'widgetWorkGroup',
	outGroup: 'widgetOutGroup',
};

/** What the definition says of those inside goes over what all groups have; a choice without options takes any. */
const childrenOf = (widget: Widget): Widget[] =>
	(CHILDREN[widget.type] ?? []).map((child) => {
		const own = widget.children?.find(({ id }) => id === child.id);
		return { ...child, ...own, ...(child.type === 'radioV2' && !own?.option && { externalData: {} }) };
	});

const endingWith = (kept: readonly Filled[], end: string): unknown => kept.find(({ id }) => id.endsWith(end))?.kept;

function periodOf(kept: readonly Filled[]): Json {
	const [row = kept] = (endingWith(kept, 'FieldList') as Filled[][] | undefined) ?? [];
	const start = endingWith(row, 'StartTime') as string | undefined;
	const end = endingWith(row, 'EndTime') as string | undefined;
	const interval = start && end ? (Date.parse(end) - Date.parse(start)) / DAY_MS : 0;
	return { start, end, interval };
}

/** Given as the widgets inside, read back as one period with its name. */
const periodGroup = (takeEntries: TakeEntries): WidgetKind => ({
	take(value, widget, place) {
		if (IDS[widget.type] !== widget.id) throw wrong(widget, 'the id of the group is another one');
		const children = childrenOf(widget);
		const kept = takeEntries(value, children, place);
		const { start, end, interval } = periodOf(kept);
		if (start === undefined || end === undefined) throw wrong(widget, 'StartTime or EndTime is missing');
		if (Number(interval) < 0) throw wrong(widget, '结束时间早于开始时间');
		return kept;
	},
	show(kept, widget) {
		const filled = kept as Filled[];
		const type = childrenOf(widget).find(({ id }) => id.endsWith('Type'));
		const key = endingWith(filled, 'Type');
		const name = type && (optionsOf(type).find(({ value }) => value === key)?.text ?? key);
		const reason = endingWith(filled, 'Reason') ?? '';
		return { value: { name, ...periodOf(filled), ...(widget.type === 'leaveGroupV2' && { unit: 'DAY' }), reason } };
	},
});

const SHIFT: WidgetKind = {
	take(value, widget, place) {
		const { shiftTime, returnTime, reason } = isJson(value) ? value : {};
		return {
			shiftTime: momentIn(shiftTime, widget, place),
			returnTime: momentIn(returnTime, widget, place),
			reason: stringIn(reason, widget),
		};
	},
	show: (kept) => ({ value: kept }),
};

/** Those of attendance. Source: the page of the values of widgets, under each group */
export const groups = ({ takeEntries }: { takeEntries: TakeEntries }): Readonly<Record<string, WidgetKind>> => ({
	leaveGroupV2: periodGroup(takeEntries),
	workGroup: periodGroup(takeEntries),
	outGroup: periodGroup(takeEntries),
	shiftGroup: SHIFT,
});
