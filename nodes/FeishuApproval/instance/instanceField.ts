import { instanceCode } from '../../../feishu/approval/addresses';
import { locatorField, TEXT } from '../../shared/fields/locator';
import { complaint, mappedField } from '../../shared/operation/field';

/** An instance as the platform finds it: by its code, or by the ID of its own that it was started with. */
export const instanceField = mappedField(
	locatorField({
		displayName: 'Instance',
		name: 'approvalInstance',
		description: 'One approval that somebody has started',
		modes: [
			{
				displayName: 'By ID',
				name: 'id',
				...TEXT,
				placeholder: 'e.g. 81D31358-93AF-92D6-7425-01A5D67C4E71',
				hint: 'The instance_code of Create, Get Many and the triggers, or an address that holds it',
			},
			{
				displayName: 'By Own ID',
				name: 'uuid',
				...TEXT,
				placeholder: 'e.g. order-2026-1107',
				hint: 'The Own ID that it was created with; an app finds it, a person does not',
			},
		],
	}),
	({ mode, value }, label): string => {
		if (mode !== 'uuid') return instanceCode(label, value);
		if (value.length <= 64 && !/\s/.test(value)) return value;
		throw complaint(label, 'holds no ID of your own', 'It has up to 64 characters and no blanks');
	},
);
