import type { IDataObject } from 'n8n-workflow';

import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { subjectOf } from '../../../../feishu/events/subject';
import { text } from '../../../../feishu/json';
import { peopleIn, plainInstance } from '../../approval/plainInstance';
import { readInstance, type Instance } from '../../approval/readInstance';
import { DEFAULT_CLIENT_OPTIONS, FeishuClient } from '../../client/client';
import { failureData, toNodeError } from '../../client/errors';
import { sessionOf } from '../../client/sessions';
import { namesOf } from '../../contact/namesOf';
import type { Bring } from './bring';
import { inTime } from './inTime';

/** Of which the app needs one; it has one where it hears these events. */
const SCOPES = ['approval:instance', 'approval:approval:readonly', 'approval:approval'];

/** Names of so many people come with one request. */
const MOST_NAMES = 50;

/** Milliseconds for all of it: the events behind it of the same approval wait for it. */
const TIME_MS = 20_000;

const LIMITS = { ...DEFAULT_CLIENT_OPTIONS, maxAttempts: 3, longestWaitMs: 10_000, timeoutMs: TIME_MS };

const LATE: IDataObject = {
	error: 'There was no time left to read the approval',
	details: { advice: 'Read it in the workflow, with Feishu Approval.' },
};

/** Whether the event is of something that was started by a definition of an approval, and can be read. */
export function hasApproval(envelope: EventEnvelope): boolean {
	return envelope.event_type.includes('approval') && subjectOf(envelope).instance_code !== '';
}

/**
 * Adds what an approval event is about as `approval`, as Instance: Get of Feishu Approval gives it, and for an event of a
 * task that `task` with its step and its approver. The platform is asked after the event, so that the status may be a later
 * one than the event's. Takes two calls, so the event must be acknowledged before. Never rejects: what can't be read (the
 * app was not let at the data of the definition) has `error` and `details` instead, and the item goes on.
 * @param hurry aborted when there is no more time
 */
export const withApproval: Bring = async (context, item, envelope, hurry) => {
	const { instance_code } = subjectOf(envelope);
	const time = AbortSignal.any([AbortSignal.timeout(TIME_MS), ...(hurry ? [hurry] : [])]);
	const approval = await inTime(time, LATE, async () => {
		try {
			const feishu = new FeishuClient(context, LIMITS, sessionOf(context, envelope.tenant_key));
			return await approvalOf(feishu, instance_code, text(envelope.event.task_id));
		} catch (error) {
			const failure = failureData(toNodeError(context.getNode(), error, { scopes: SCOPES }));
			context.logger.warn(`An approval could not be read: ${failure.error}`, { instance_code });
			return { ...failure };
		}
	});
	return { ...item, json: { ...item.json, approval } };
};

async function approvalOf(feishu: FeishuClient, code: string, taskId: string): Promise<IDataObject> {
	const instance = await readInstance(feishu, code);
	const names = await namesOf(feishu, peopleIn(instance).slice(0, MOST_NAMES));
	return { ...plainInstance(instance, names), ...taskOf(instance, taskId, names) };
}

/** The task of the event; nobody is named where it was decided by itself. */
function taskOf({ tasks }: Instance, taskId: string, names: ReadonlyMap<string, string>): IDataObject {
	const task = taskId === '' ? undefined : tasks.find(({ task_id }) => task_id === taskId);
	if (!task) return {};
	const { task_id, node_name, status, open_id } = task;
	const name = names.get(open_id);
	const approver = open_id === '' ? undefined : { open_id, ...(name !== undefined && name !== '' && { name }) };
	return { task: { task_id, node_name, status, ...(approver && { approver }) } };
}
