import { notFound } from '../../../feishu/advice/words';
import type { ErrorContext } from '../../shared/client/errors';
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

/** The code is one of one's own here: what is said of others does not help. */
export function adviseOnCode(errorContext: ErrorContext): void {
	errorContext.adviceOf = ({ code }) =>
		code === 1390002 || code === 60002
			? notFound(
					'The third-party approval',
					"See 'Code': Create or Update makes the approval, and gives back the code by which Feishu knows it",
				)
			: undefined;
}

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
