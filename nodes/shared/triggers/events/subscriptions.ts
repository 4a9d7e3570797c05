import type { IDataObject, IHookFunctions, ITriggerFunctions } from 'n8n-workflow';

import { FILE_TYPES, readDriveFile, type FileType } from '../../../../feishu/events/driveFile';
import { InputError } from '../../../../feishu/input';
import { text, type JsonObject } from '../../../../feishu/json';
import { subscribeToDefinition } from '../../approval/subscribe';
import { FeishuClient } from '../../client/client';
import { toNodeError } from '../../client/errors';
import { nodeKey } from './memory';
import type { SubscriptionSettings } from './eventSettings';

const UNSUBSCRIBE_APPROVAL = 'POST /open-apis/approval/v4/approvals/:approval_code/unsubscribe';
/** Of a calendar that the app may read; a repeat does no harm. An app may call it since 2026, by the API Explorer. */
const SUBSCRIBE_CALENDAR = 'POST /open-apis/calendar/v4/calendars/:calendar_id/events/subscription';
const UNSUBSCRIBE_CALENDAR = 'POST /open-apis/calendar/v4/calendars/:calendar_id/events/unsubscription';
const SUBSCRIBE_FILE = 'POST /open-apis/drive/v1/files/:file_token/subscribe';
const IS_FILE_SUBSCRIBED = 'GET /open-apis/drive/v1/files/:file_token/get_subscribe';
const UNSUBSCRIBE_FILE = 'DELETE /open-apis/drive/v1/files/:file_token/delete_subscribe';
/** For all tasks of the app; repeating it does no harm, and there is no way back. */
const SUBSCRIBE_TASKS = 'POST /open-apis/task/v2/task_v2/task_subscription';
const WIKI_NODE = 'GET /open-apis/wiki/v2/spaces/get_node';

const SCOPES: Readonly<Record<Wanted['kind'], readonly string[]>> = {
	approval: ['approval:definition', 'approval:approval'],
	calendar: ['calendar:calendar.event:read', 'calendar:calendar:readonly', 'calendar:calendar'],
	file: ['docs:event:subscribe', 'drive:drive', 'docs:doc', 'sheets:spreadsheet'],
	tasks: ['task:task:read', 'task:task:write', 'task:task'],
};

const FIELD = 'Subscribe to Resources';

/** A resource as the panel names it. */
type Wanted =
	| { kind: 'approval'; code: string }
	| { kind: 'calendar'; id: string }
	| { kind: 'file'; token: string; type: FileType | 'wiki' }
	| { kind: 'tasks' };

interface DriveFileOfType {
	token: string;
	type: FileType;
}

/** A subscription that this node made and can end. */
export interface Made extends IDataObject {
	kind: 'approval' | 'calendar' | 'file';
	/** The approval code, the ID of the calendar, or the token of the file. */
	id: string;
	/** Of a file. */
	type?: FileType;
}

/** Contexts in which a trigger begins and ends its work. */
export type SubscriptionContext = IHookFunctions | ITriggerFunctions;

/**
 * By node: what it made, also in test runs, as publishing follows a test. Beyond this process, the static data of the
 * workflow keeps it.
 */
const known = new Map<string, Made[]>();

/** By app and resource: the nodes that `usersOf` gives. */
const usersByResource = new Map<string, Set<string>>();

/**
 * Subscribes the app to the resources of the panel. What is subscribed already stays as it is and is not counted as
 * made by this node. Safe to repeat: n8n activates workflows again after each restart.
 * @returns what the app is subscribed to for this node
 * @throws NodeOperationError or NodeApiError that names the resource; those before it stay subscribed
 */
export async function makeSubscriptions(
	context: SubscriptionContext,
	{ resources: rows, removes }: SubscriptionSettings,
): Promise<Made[]> {
	const feishu = new FeishuClient(context);
	const resources: Made[] = [];
	for (const wanted of wantedResources(rows)) {
		try {
			const subscribed = await subscribeTo(feishu, wanted, removes);
			if (!subscribed) continue;
			const { made, isNew } = subscribed;
			resources.push(made);
			const others = remembered(context).filter(({ id }) => id !== made.id);
			if (isNew) remember(context, [...others, made]);
		} catch (error) {
			throw await namedError(context, feishu, wanted, error);
		}
	}
	// What a test run made is the workflow's from here on.
	if (remembered(context).length > 0) remember(context, remembered(context));
	return resources;
}

/**
 * Ends the subscriptions that this node made, if its option says so, but for those that another active trigger of this
 * process uses. Not to be called at the end of a test run, which ends none. Never rejects: what can't be ended is logged, stays remembered and is tried again at the next deactivation.
 */
export async function removeSubscriptions(context: SubscriptionContext, removes: boolean): Promise<void> {
	if (!removes) return;
	const feishu = new FeishuClient(context);
	for (const made of remembered(context)) {
		try {
			if ((await usersOf(feishu, made)).size > 0) continue;
			await unsubscribe(feishu, made);
			remember(
				context,
				remembered(context).filter(({ id }) => id !== made.id),
			);
		} catch (error) {
			const { message } = toNodeError(context.getNode(), error);
			context.logger.warn(`A subscription could not be removed: ${describe(made)}: ${message}`);
		}
	}
}

/** The resources of the panel. @throws InputError when one can't be understood */
export function wantedResources(rows: readonly JsonObject[]): Wanted[] {
	return rows.map((row, index) => {
		const where = `${FIELD} → Resource ${index + 1}`;
		if (row.type === 'tasks') return { kind: 'tasks' };
		if (row.type === 'calendar') return wantedCalendar(row, where);
		return row.type === 'file' ? wantedFile(row, where) : wantedApproval(row, where);
	});
}

function wantedCalendar({ calendarId }: JsonObject, where: string): Wanted {
	const id = text(calendarId).trim();
	if (id !== '') return { kind: 'calendar', id };
	throw new InputError(
		where,
		`${where}: the Calendar ID is empty`,
		'Copy it from the settings of the calendar, or from the event that created it',
	);
}

function wantedApproval({ approvalCode }: JsonObject, where: string): Wanted {
	const code = text(approvalCode).trim();
	if (code !== '') return { kind: 'approval', code };
	throw new InputError(
		where,
		`${where}: the Approval Code is empty`,
		'Copy it from the address of the approval definition in the approval admin',
	);
}

function wantedFile({ file, fileType }: JsonObject, where: string): Wanted {
	const read = readDriveFile(text(file));
	const type = text(fileType) === '' || fileType === 'auto' ? read?.type : (fileType as FileType);
	if (read && type) return { kind: 'file', token: read.token, type: read.type ?? type };
	throw new InputError(
		where,
		read ? `${where}: a token does not say what kind of file it is` : `${where}: the File is no address and no token`,
		read ? 'Choose the File Type, or paste the address of the file' : 'Paste the address of the file from the browser',
	);
}

/** As long as the node is active, no other one ends these. For a trigger that stays: of a webhook, no process knows it. */
export async function beginUse(context: SubscriptionContext, resources: readonly Made[]): Promise<void> {
	const feishu = new FeishuClient(context);
	for (const made of resources) (await usersOf(feishu, made)).add(nodeKey(context));
}

/** The node is not active any more: nothing that it is subscribed to stays for its sake. */
export function endUse(context: SubscriptionContext): void {
	for (const users of usersByResource.values()) users.delete(nodeKey(context));
}

/** The nodes of this process that are active and rely on a subscription, of which the app has one for all. */
async function usersOf(feishu: FeishuClient, { kind, id }: Made): Promise<Set<string>> {
	const key = JSON.stringify([await feishu.sender(), kind, id]);
	const users = usersByResource.get(key) ?? new Set<string>();
	usersByResource.set(key, users);
	return users;
}

interface Subscribed {
	made: Made;
	/** Whether it is this node's to end: it was not there before. */
	isNew: boolean;
}

/**
 * @param removes whether it is to be ended again
 * @returns undefined for what can't be ended
 */
async function subscribeTo(feishu: FeishuClient, wanted: Wanted, removes: boolean): Promise<Subscribed | undefined> {
	if (wanted.kind === 'approval') return await subscribeToApproval(feishu, wanted.code);
	if (wanted.kind === 'calendar') return await subscribeToCalendar(feishu, wanted.id);
	if (wanted.kind === 'file') return await subscribeToFile(feishu, wanted, removes);
	await feishu.call(SUBSCRIBE_TASKS, { idempotent: true });
	return undefined;
}

async function subscribeToApproval(feishu: FeishuClient, code: string): Promise<Subscribed> {
	return { made: { kind: 'approval', id: code }, isNew: await subscribeToDefinition(feishu, code) };
}

/** Whether it was subscribed before is not told, so it counts as made by this node. */
async function subscribeToCalendar(feishu: FeishuClient, id: string): Promise<Subscribed> {
	await feishu.call(SUBSCRIBE_CALENDAR, { path: { calendar_id: id }, idempotent: true });
	return { made: { kind: 'calendar', id }, isNew: true };
}

async function subscribeToFile(
	feishu: FeishuClient,
	wanted: Extract<Wanted, { kind: 'file' }>,
	removes: boolean,
): Promise<Subscribed> {
	const { token, type } = wanted.type === 'wiki' ? await fileOfNode(feishu, wanted.token) : (wanted as DriveFileOfType);
	const request = { path: { file_token: token }, query: fileQuery(type), idempotent: true };
	// Asked only where it matters: the platform lets an app ask ten times a minute.
	const isThere = removes && (await feishu.call(IS_FILE_SUBSCRIBED, request)).is_subscribe === true;
	await feishu.call(SUBSCRIBE_FILE, request);
	return { made: { kind: 'file', id: token, type }, isNew: removes && !isThere };
}

/** A folder tells of one kind of event, which it wants to be named. */
function fileQuery(type: FileType) {
	return { file_type: type, event_type: type === 'folder' ? 'file.created_in_folder_v1' : undefined };
}

/** The file that stands behind a page of a wiki. @throws InputError when the platform has no events of its kind */
async function fileOfNode(feishu: FeishuClient, token: string): Promise<DriveFileOfType> {
	const { node } = await feishu.call<{ node?: { obj_token?: string; obj_type?: string } }>(WIKI_NODE, {
		query: { token },
	});
	const type = FILE_TYPES.find((one) => one === node?.obj_type);
	if (type && node?.obj_token) return { token: node.obj_token, type };
	throw new InputError(
		FIELD,
		`the wiki page is a ${node?.obj_type || 'page without a document'}`,
		`The platform tells of changes in pages that are one of these: ${FILE_TYPES.join(', ')}`,
	);
}

async function unsubscribe(feishu: FeishuClient, { kind, id, type }: Made): Promise<void> {
	if (kind === 'approval') await feishu.call(UNSUBSCRIBE_APPROVAL, { path: { approval_code: id }, idempotent: true });
	else if (kind === 'calendar')
		await feishu.call(UNSUBSCRIBE_CALENDAR, { path: { calendar_id: id }, idempotent: true });
	else
		await feishu.call(UNSUBSCRIBE_FILE, {
			path: { file_token: id },
			query: fileQuery(type ?? 'file'),
			idempotent: true,
		});
}

function remembered(context: SubscriptionContext): Made[] {
	const { subscriptions } = context.getWorkflowStaticData('node');
	return known.get(nodeKey(context)) ?? (Array.isArray(subscriptions) ? (subscriptions as Made[]) : []);
}

function remember(context: SubscriptionContext, subscriptions: Made[]): void {
	known.set(nodeKey(context), subscriptions);
	if (context.getMode() !== 'manual') context.getWorkflowStaticData('node').subscriptions = subscriptions;
}

async function namedError(context: SubscriptionContext, feishu: FeishuClient, wanted: Wanted, error: unknown) {
	const named = toNodeError(context.getNode(), error, {
		scopes: SCOPES[wanted.kind],
		consoleUrl: await feishu.consoleUrl().catch(() => undefined),
	});
	named.message = `The app can't be subscribed to ${describe(wanted)}: ${named.message}`;
	return named;
}

function describe(resource: Wanted | Made): string {
	if (resource.kind === 'tasks') return 'its tasks';
	const id = 'id' in resource ? resource.id : resource.kind === 'approval' ? resource.code : resource.token;
	return `the ${resource.kind} ${id}`;
}
