import { textField } from '../../shared/fields/plain';
import { complaint, mappedField } from '../../shared/operation/field';
import { checkUrl } from '../../shared/fields/values';
import type { Field } from '../../shared/operation/field';

export const EXTERNAL_SCOPES = ['approval:external_approval', 'approval:approval'];
export const INSTANCE_SCOPES = ['approval:external_instance', 'approval:approval'];

/** Of one's own choice. @see https://open.feishu.cn/document/server-docs/approval-v4/external_approval/create */
const MOST_CODE = 128;

export const externalCodeField = mappedField(
	textField({
		displayName: 'Code',
		name: 'externalCode',
		required: true,
		placeholder: 'e.g. purchase-orders',
		description:
			'The code of the third-party approval: your own, up to 128 characters, or the one that Create gave back',
	}),
	(code, label) => {
		if (code.length <= MOST_CODE) return code;
		throw complaint(label, 'is too long', `A code has up to ${MOST_CODE} characters`);
	},
);

/** A web address that may be left out. */
export function addressField<const N extends string>(
	name: N,
	displayName: string,
	description: string,
	more: { required?: true } = {},
): Field<string, N> {
	const placeholder = 'e.g. https://erp.example.com/orders/1107';
	return mappedField(textField({ displayName, name, description, placeholder, ...more }), (url, label) =>
		url === '' ? '' : checkUrl(url, label),
	);
}
