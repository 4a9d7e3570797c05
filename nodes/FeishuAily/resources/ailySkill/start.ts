import { collectionField } from '../../../shared/fields/nested';
import { jsonObjectField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ailyApp } from '../ailyApp';
import { jsonText, saidIn } from '../jsonText';
import { skill } from './skill';

const LONGEST = 40_960;
const LONGEST_VARIABLES = 255;

const message = textField({
	displayName: 'Message',
	name: 'skillMessage',
	typeOptions: { rows: 2 },
	placeholder: 'e.g. Translate: 你好',
	description: 'What a person would have said to start the skill; not needed by skills that take their input alone',
});
const input = jsonObjectField({
	displayName: 'Input',
	name: 'skillStartInput',
	description: 'The values that the skill takes, as the input_schema of Get has them',
});
const variables = jsonObjectField({
	displayName: 'Channel Variables',
	name: 'channelVariables',
	description: 'Values that workflow skills find among their global variables, of up to 255 characters',
});
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [variables]);

/** Source: https://open.feishu.cn/document/aily-v1/app-skill/start */
export const start = defineOperation({
	value: 'start',
	name: 'Start',
	action: 'Start a skill',
	description: 'Run a skill of an assistant with values, and get what it gives',
	endpoint: 'POST /open-apis/aily/v1/apps/:app_id/skills/:skill_id/start',
	scopes: ['aily:skill:write'],
	identity: 'either',
	fields: [ailyApp, skill, message, input, options],
	output: outputOf({ status: 'string', output: 'any' }),
	async run({ read, feishu }) {
		const path = { app_id: read(ailyApp), skill_id: read(skill) };
		const query = read(message);
		if (query.length > LONGEST) throw message.refuse('is too long', `Aily takes ${LONGEST} characters`);
		const given = jsonText(read(input), input.label, LONGEST);
		const channel = jsonText(read(options).channelVariables ?? {}, variables.label, LONGEST_VARIABLES);
		const body = {
			global_variable: {
				query: query === '' ? undefined : query,
				channel: channel === undefined ? undefined : { variables: channel },
			},
			input: given,
		};
		const { status, output = '' } = await feishu.call<{ status: string; output?: string }>(this.endpoint, {
			path,
			body,
		});
		return { status, output: saidIn(output) };
	},
});
