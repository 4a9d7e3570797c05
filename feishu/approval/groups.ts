import type { Widget } from './widget';

type Part = Pick<Widget, 'id' | 'name' | 'type'> & { children?: readonly Part[] };

const part = (id: string, name: string, type: string, children?: readonly Part[]): Part => ({
	id,
	name,
	type,
	...(children && { children }),
});

/**
 * What groups of attendance always have in them, which a definition does not always tell.
 * @see https://open.feishu.cn/document/server-docs/approval-v4/instance/approval-instance-form-control-parameters
 */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
	leaveGroupV2: [
		part('widgetLeaveGroupType', 'Type', 'radioV2'),
		part('widgetLeaveGroupStartTime', 'Start', 'date'),
		part('widgetLeaveGroupEndTime', 'End', 'date'),
		part('widgetLeaveGroupReason', 'Reason', 'textarea'),
	],
	workGroup: [
		part('widgetWorkGroupOvertimeWorkers', 'People', 'contact'),
		part('widgetWorkGroupType', 'Type', 'radioV2'),
		part('widgetWorkGroupTimeRangeFieldList', 'Times', 'fieldList', [
			part('widgetWorkGroupStartTime', 'Start', 'date'),
			part('widgetWorkGroupEndTime', 'End', 'date'),
		]),
		part('widgetWorkGroupReason', 'Reason', 'textarea'),
	],
	outGroup: [
		part('widgetOutGroupType', 'Type', 'radioV2'),
		part('widgetOutGroupStartTime', 'Start', 'date'),
		part('widgetOutGroupEndTime', 'End', 'date'),
		part('widgetOutGroupReason', 'Reason', 'textarea'),
		part('widgetOutGroupImage', 'Image', 'image'),
	],
};

/** The parts of a group: those that its definition tells, else those that it always has. */
export function partsOfGroup(type: string, told: readonly Widget[]): readonly Widget[] {
	return told.length > 0 ? told : (PARTS[type] ?? []).map(widgetOf);
}

function widgetOf({ id, name, type, children = [] }: Part): Widget {
	return {
		...{ id, name, type, customId: '', required: false, conditional: false, options: [], format: '' },
		...{ currencies: [], detailed: true, children: children.map(widgetOf) },
	};
}
