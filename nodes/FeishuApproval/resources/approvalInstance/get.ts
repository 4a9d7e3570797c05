import { filledFields } from '../../../../feishu/approval/formValues';
import { simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { instanceField } from '../../instance/instanceField';
import { instanceWithNames, INSTANCE_NAME_CALLS } from '../../../shared/approval/instanceWithNames';
import { INSTANCE } from '../../../shared/approval/plainInstance';
import { GET_INSTANCE, INSTANCE_CALLS, readInstance } from '../../../shared/approval/readInstance';
import { INSTANCE_SCOPES } from './scopes';

const locale = choiceField({
	displayName: 'Language',
	name: 'approvalLocale',
	options: [
		{ name: 'Chinese', value: 'zh-CN' },
		{ name: 'English', value: 'en-US' },
		{ name: 'Japanese', value: 'ja-JP' },
	],
	default: 'zh-CN',
	description: 'In which language the names of the approval, its controls and its options come',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [locale]);

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/get */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get an instance',
	description: 'Get the form as plain values, who is asked, what happened in words, and the comments',
	endpoint: GET_INSTANCE,
	alsoCalls: [...INSTANCE_CALLS, ...INSTANCE_NAME_CALLS],
	scopes: INSTANCE_SCOPES,
	identity: 'either',
	fields: [instanceField, simplifyField, options],
	output: INSTANCE,
	async run({ read, feishu }) {
		const code = read(instanceField);
		const simple = read(simplifyField);
		const instance = await readInstance(feishu, code, read(options).approvalLocale);
		if (!simple) {
			const { raw, instance_code, form } = instance;
			return { instance_code, ...raw, form_fields: filledFields(form).map((field) => ({ ...field })) as never };
		}
		return await instanceWithNames(feishu, instance);
	},
});
