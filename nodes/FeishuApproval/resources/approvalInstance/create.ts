import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { FORM_CALLS } from '../../form/formField';
import { GET_INSTANCE } from '../../../shared/approval/readInstance';
import { ID_CALLS } from '../../people/ids';
import { refuseOfApps } from '../../people/ofApps';
import { createOptions, labelsOfApp, optionsOfApp } from './createOptions';
import { readStart, readyToStart, requireStarter, START, startAsApp, START_FIELDS, START_SCOPES } from './start';
import { linkOf, SEARCH_INSTANCES } from './linkOf';
import { starterField } from './starter';

/** For a person, who starts it in their own name. */
const INITIATE = 'POST /open-apis/approval/v4/instances/initiate';

/** Nothing is lost without a word. */
const TAKEN = 'Not started: an instance with this Own ID was there, and stays as it is. This form was not taken.';

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/create */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create an instance',
	description: 'Start an approval with its form filled in, as an app for somebody or as the person who signed in',
	endpoint: START,
	alsoCalls: [INITIATE, GET_INSTANCE, SEARCH_INSTANCES, ...FORM_CALLS, ...ID_CALLS],
	scopes: [...START_SCOPES, 'approval:instance:write'],
	identity: 'either',
	fields: [...START_FIELDS, createOptions],
	output: outputOf({
		instance_code: 'string',
		'instance_link?': 'string',
		approval_code: 'string',
		created: 'boolean',
		'hint?': 'string',
	}),
	async run(asked) {
		const { read, feishu, uuid } = asked;
		const given = readStart(asked);
		const options = read(createOptions);
		const isPerson = await feishu.isPerson();
		if (isPerson) refuseOfApps({ [starterField.label]: given.starter, ...labelsOfApp(options) });
		else requireStarter(given);
		const ready = await readyToStart(asked, given, options);
		const own = options.ownId || uuid;
		const { approval_code } = given;
		if (isPerson) {
			const { form, node_approvers, node_copies } = ready;
			const lists = { node_approver_list: node_approvers, node_cc_list: node_copies };
			const body = { approval_code, form, ...lists, uuid: own };
			return { approval_code, ...(await feishu.call(INITIATE, { body, idempotent: true })), created: true };
		}
		const { isNew, ...made } = await startAsApp(asked, ready, { uuid: own, more: optionsOfApp(options) });
		// Without an Own ID it was an answer of ours that was lost.
		if (isNew || !options.ownId) return { approval_code, ...made, created: true };
		const instance_link = await linkOf(feishu, made.instance_code);
		const { instance_code } = made;
		return { approval_code, instance_code, ...(instance_link && { instance_link }), created: false, hint: TAKEN };
	},
});
