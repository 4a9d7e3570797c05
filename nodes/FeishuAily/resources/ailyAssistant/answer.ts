import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../../../shared/client/client';
import { SKILL_IS_GONE } from '../../../../feishu/advice/aily';
import { JobError } from '../../../../feishu/api/poll';
import { text } from '../../../../feishu/json';

export const GET_RUN = 'GET /open-apis/aily/v1/sessions/:aily_session_id/runs/:run_id';
export const GET_RUNS = 'GET /open-apis/aily/v1/sessions/:aily_session_id/runs';
export const GET_MESSAGES = 'GET /open-apis/aily/v1/sessions/:aily_session_id/messages';

export interface Run {
	id: string;
	status: string;
	error?: { code?: string; message?: string };
}

const EVERY_MS = 1_000;
/** While a session has a run like that, it takes no other. Source: https://open.feishu.cn/document/aily-v1/aily_session-run/create */
const GOING_ON = ['QUEUED', 'IN_PROGRESS'];
/** The assistant has asked back, and waits for what it is told. */
const ASKS_BACK = 'REQUIRES_MESSAGE';
const DONE = 'COMPLETED';

const WHY: Readonly<Record<string, string>> = {
	EXPIRED: 'The assistant took too long, so Aily has given up',
	CANCELLED: 'Somebody has stopped the assistant',
};

/** A skill that is not there fails the run, under a number that no page has, in these words. */
const NO_SKILL = /技能不存在|skill (?:does not exist|is not found|not found|not exist)/i;

function failure({ status, error }: Run, skill: string): JobError | undefined {
	if ([...GOING_ON, ASKS_BACK, DONE].includes(status)) return undefined;
	const said = [error?.message, error?.code && `(${error.code})`].filter(Boolean).join(' ');
	if (skill !== '' && NO_SKILL.test(said))
		return new JobError(SKILL_IS_GONE.message, `${SKILL_IS_GONE.hint}. Aily says: ${said}`);
	return new JobError(`${WHY[status] ?? 'The assistant could not answer'}${said ? `: ${said}` : ''}`, '');
}

/**
 * The run of a session that waits for a message, which goes on with the next one.
 * @throws as `feishu.call`
 */
export async function waitingRun(feishu: FeishuClient, aily_session_id: string): Promise<Run | undefined> {
	const runs = await feishu.list(GET_RUNS, { path: { aily_session_id }, limit: Infinity, itemsKey: 'runs' });
	return (runs as unknown as Run[]).find(({ status }) => status === ASKS_BACK);
}

/**
 * Waits until the assistant has answered, or asks back.
 * @param longestMs milliseconds
 * @param skill the ID of the one that was chosen; empty where the assistant chooses
 * @throws JobError when it failed or took longer; else as `feishu.call`
 */
export async function runEnd(
	feishu: FeishuClient,
	path: { aily_session_id: string; run_id: string },
	longestMs: number,
	skill: string,
): Promise<Run> {
	const { run } = await feishu.poll<{ run: Run }>(
		GET_RUN,
		{ path },
		{
			until: ({ run: { status } }) => !GOING_ON.includes(status),
			everyMs: EVERY_MS,
			longestMs,
		},
	);
	const failed = failure(run, skill);
	if (failed) throw failed;
	return run;
}

const byTime = (one: IDataObject, other: IDataObject) => Number(one.created_at) - Number(other.created_at);
const isOfPerson = ({ sender }: IDataObject) => (sender as IDataObject | undefined)?.sender_type === 'USER';

/**
 * What the assistant has said in a run after a message.
 * @throws as `feishu.call`
 */
export async function saidAfter(
	feishu: FeishuClient,
	{ aily_session_id, run_id }: { aily_session_id: string; run_id: string },
	message: string,
): Promise<IDataObject[]> {
	const request = { path: { aily_session_id }, query: { run_id }, limit: Infinity, itemsKey: 'messages' };
	const all = (await feishu.list(GET_MESSAGES, request)).sort(byTime);
	const own = all.findIndex(({ id }) => id === message);
	return all.slice(own + 1).filter((each) => !isOfPerson(each));
}

/** What people read of several messages. */
export const words = (messages: readonly IDataObject[]): string =>
	messages.map(({ plain_text, content }) => text(plain_text) || text(content)).join('\n\n');
