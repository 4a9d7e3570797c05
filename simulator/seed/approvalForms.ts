import type { Widget } from '../state/approvals';

const option = (...texts: string[]) => texts.map((text, index) => ({ value: `kind-${index + 1}`, text }));

const AMOUNT = {
	...{ isCapital: false, isThousandSeparator: true, keepDecimalPlaces: true, maxValue: '', minValue: '' },
	currencyRange: ['CNY', 'USD', 'EUR'],
};

export const LEAVE_FORM: Widget[] = [
	{
		id: 'widgetLeaveGroupV2',
		name: '请假 Leave',
		type: 'leaveGroupV2',
		required: true,
		children: [
			{
				id: 'widgetLeaveGroupType',
				name: '请假类型',
				type: 'radioV2',
				required: true,
				option: [
					{ value: 'leave-annual', text: '年假 Annual leave' },
					{ value: 'leave-sick', text: '病假 Sick leave' },
				],
			},
			{ id: 'widgetLeaveGroupStartTime', name: '开始时间', type: 'date', required: true, value: 'YYYY-MM-DD a' },
			{ id: 'widgetLeaveGroupEndTime', name: '结束时间', type: 'date', required: true, value: 'YYYY-MM-DD a' },
			{ id: 'widgetLeaveGroupReason', name: '请假事由', type: 'textarea', required: true },
		],
	},
];

export const EXPENSE_FORM: Widget[] = [
	{ id: 'widgetHint', name: '说明', type: 'text', value: 'Attach every receipt.' },
	{ id: 'widgetReason', custom_id: 'reason', name: '事由 Reason', type: 'textarea', required: true },
	{
		...{ id: 'widgetKind', custom_id: 'kind', name: '类型 Kind', type: 'radioV2', required: true },
		option: option('差旅 Travel', '办公用品 Office', '其他 Other'),
	},
	{
		...{ id: 'widgetTotal', custom_id: 'total', name: '总额 Total', type: 'amount', required: true },
		...{ value: 'CNY', option: AMOUNT },
	},
	{
		...{ id: 'widgetItems', custom_id: 'items', name: '明细 Items', type: 'fieldList', required: true },
		option: { inputType: 'LIST', printType: 'LIST' },
		children: [
			{ id: 'widgetItem', name: '物品 Item', type: 'input', required: true },
			{ id: 'widgetPrice', name: '单价 Price', type: 'number', required: true },
			{ id: 'widgetQuantity', name: '数量 Quantity', type: 'number', required: true },
			{ id: 'widgetCost', name: '金额 Cost', type: 'formula', computes: ['widgetPrice', 'widgetQuantity'] },
		],
	},
	{ id: 'widgetReceipts', custom_id: 'receipts', name: '发票 Receipts', type: 'attachmentV2' },
];

const all = (type: string, more: Partial<Widget> = {}): Widget => ({
	...{ id: `widget_${type}`, custom_id: `my_${type}`, name: `${type} widget`, type },
	...more,
});

/** One of each, and none that must be filled in. */
export const EVERY_WIDGET: Widget[] = [
	all('text', { value: 'Read this first.' }),
	all('input'),
	all('textarea'),
	all('number'),
	all('amount', { value: 'CNY', option: AMOUNT }),
	all('formula', { computes: ['widget_number'] }),
	all('date', { value: 'YYYY-MM-DD' }),
	all('dateInterval', { value: { format: 'YYYY-MM-DD hh:mm', intervalAllowModify: false } }),
	all('radio', { option: option('One', 'Two') }),
	all('radioV2', { option: option('甲 One', '乙 Two') }),
	all('checkbox', { option: option('Red', 'Blue') }),
	all('checkboxV2', { option: option('红 Red', '蓝 Blue') }),
	all('contact', { value: { ignore: false, multi: true } }),
	all('department'),
	all('connect', { value: [] }),
	all('document'),
	all('attachment'),
	all('attachmentV2'),
	all('image'),
	all('imageV2'),
	all('address', { value: { enableDetailAddress: true, requiredDetailAddress: false, preLocating: false } }),
	all('telephone', { option: { availableType: 'ALL' } }),
	all('fieldList', {
		option: { inputType: 'FORM', printType: 'FORM' },
		children: [
			all('input', { id: 'widget_inner_input', name: 'inner text' }),
			all('date', { id: 'widget_inner_date' }),
		],
	}),
	all('account'),
	all('serialNumber'),
	all('tripGroup'),
	all('remedyGroupV2'),
	all('shiftGroup'),
	{ id: 'widgetWorkGroup', name: 'overtime', type: 'workGroup' },
	{ id: 'widgetOutGroup', name: 'out of office', type: 'outGroup' },
	{
		...all('radioV2'),
		id: 'widget_external',
		name: 'from elsewhere',
		externalData: { externalUrl: 'https://example.com' },
	},
];
