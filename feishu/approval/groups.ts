/** As a definition tells a control. */
interface Part {
	[key: string]: unknown;
	id: string;
	name: string;
	type: string;
	children?: readonly Part[];
}

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
export const PARTS_OF_GROUPS: Readonly<Record<string, readonly Part[] | undefined>> = {
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
