import { WAIT_INDEFINITELY, type IDataObject } from 'n8n-workflow';

import { codeOf } from '../../../../feishu/api/call';
import { newWaitId } from '../../../../feishu/approval/waitId';
import { InputError } from '../../../../feishu/input';
import { INSTANCE_NAME_CALLS } from '../../../shared/approval/instanceWithNames';
import { GET_INSTANCE, readInstance } from '../../../shared/approval/readInstance';
import { SUBSCRIBE_APPROVAL, subscribeToDefinition } from '../../../shared/approval/subscribe';
import { resumeAddress, resumptionOf } from '../../../shared/approval/waiting';
import { appOf } from '../../../shared/client/appOf';
import type { FeishuClient } from '../../../shared/client/client';
import { noticeField } from '../../../shared/fields/plain';
import { CONNECTIONS, nobodyHears } from '../../../shared/im/sendAndWait/nobodyHears';
import { defineOperation } from '../../../shared/operation/operation';
import { definitionField } from '../../definition/definitionField';
import { FORM_CALLS_OF_APP } from '../../form/formField';
import { ID_CALLS } from '../../people/ids';
import { DECIDED, withDecision } from '../../waiting/decided';
import { keepApproval } from '../../waiting/keptWait';
import { lookAgain } from '../../waiting/lookAgain';
import { optionsOfApp, waitOptions } from './createOptions';
import { readStart, readyToStart, requireStarter, START, startAsApp, START_FIELDS, START_SCOPES } from './start';

const triggerNotice = noticeField(
	'decisionNotice',
	'The decision reaches n8n through an active Feishu Trigger or Feishu Webhook Trigger of the same app, whatever its events: publish one before, and add the event approval_instance (审批实例状态变更) in the developer console.',
);

/**
 * Starts an approval, and waits. The execution is found again by the uuid of the instance, which the event of the decision
 * brings, and knows the rest: nothing is in the memory of a process.
 */
export const createAndWait = defineOperation({
	value: 'createAndWait',
	name: 'Create and Wait for Decision',
	action: 'Create an instance and wait for decision',
	description: 'Start an approval for one input item, and go on when it is decided',
	endpoint: START,
	alsoCalls: [CONNECTIONS, SUBSCRIBE_APPROVAL, GET_INSTANCE, ...INSTANCE_NAME_CALLS, ...FORM_CALLS_OF_APP, ...ID_CALLS],
	scopes: START_SCOPES,
	identity: 'app',
	fields: [...START_FIELDS, triggerNotice, waitOptions],
	output: DECIDED,
	once: true,
	async run(asked) {
		const { read, label, feishu, context, errorContext } = asked;
		const given = readStart(asked);
		const options = read(waitOptions);
		const until = options.limitWaitTime?.(Date.now());
		requireStarter(given);
		// n8n would put the execution of the agent to wait, and could not go on with it.
		if (context.getNode().type.endsWith('Tool'))
			throw definitionField.refuse(
				'can not be waited for by a tool of an AI Agent',
				'Take Create, and let the agent go on; or put this node behind the agent',
			);
		const items = context.getInputData().length;
		if (items > 1)
			throw new InputError(
				label(definitionField),
				`'Create and Wait for Decision' gets ${items} items, and an execution waits for one approval at a time`,
				'Put Loop Over Items with a batch size of 1 before this node; for many at a time, let that loop start a sub-workflow for each, with this node in it, and not wait for its end',
			);
		const app = await appOf(context);
		const resumption = resumptionOf(context);
		const uuid = newWaitId(app.appSecret, resumption);
		if (uuid === undefined)
			throw definitionField.refuse(
				'can not be waited for by this execution, which n8n has given no number and no token',
				'Take Create, and start another workflow with the event approval_instance',
			);
		if (await nobodyHears({ context, feishu }, app))
			throw definitionField.refuse(
				'can not be waited for: no trigger of this app is active, so nobody would hear of the decision',
				'Publish a workflow with a Feishu Trigger (or Feishu Webhook Trigger) that uses this credential, and add the event approval_instance in the developer console',
			);
		const ready = await readyToStart(asked, given, options);
		await subscribeToDefinition(feishu, given.approval_code);
		const { instance_code } = await startAsApp(asked, ready, { uuid, more: optionsOfApp(options) });
		errorContext.notes = [`The approval ${instance_code} is started, and nothing waits for it.`];
		const started = await readAtOnce(feishu, instance_code);
		// Where nobody has to decide it is decided by now.
		if (started.decision !== 'none') return started;
		const { tenant } = await feishu.sender();
		const address = resumeAddress(context.getInstanceBaseUrl(), resumption);
		const wait = { uuid, instance_code, tenant, until, begun: Date.now(), address };
		keepApproval(context, wait);
		await context.putExecutionToWait(until === undefined ? WAIT_INDEFINITELY : new Date(until));
		lookAgain(context, wait);
		return started;
	},
});

/** @throws CallError where the platform refuses: then it would refuse after the decision as well */
async function readAtOnce(feishu: FeishuClient, instance_code: string): Promise<IDataObject> {
	const read = async () => await withDecision(feishu, await readInstance(feishu, instance_code));
	return await read().catch((error: unknown) => {
		if (codeOf(error) === undefined) return { decision: 'none', instance_code };
		throw error;
	});
}
