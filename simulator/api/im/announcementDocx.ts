import { type Call, defineRoute } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES } from '../../platform/ids';
import { page } from '../../platform/paging';
import { second } from '../../platform/rate';
import { anything, integer, object, objects, oneOf, required, text, withDefault } from '../../platform/validate';
import type { Block, BlockContent, BlockTree } from '../../state/blockTree';
import { contentName } from '../../state/blockTypes';
import { type Announcement, type Chat, groupOf } from '../../state/chats';
import { isIn, type Operator, senderOf } from '../../state/operator';
import type { Sender } from '../../state/sender';
import type { Store } from '../../state/store';
import { announcementMissing, announcementOf, announcementOwner } from './announcementState';
import { allows } from './chatAccess';

const PATH = '/open-apis/docx/v1/chats/:chat_id/announcement';
const BLOCKS = `${PATH}/blocks`;
const READ = ['im:chat.announcement:read'];
const WRITE = ['im:chat.announcement:write_only'];
/** How far behind the newest version an edit may be. */
const MAX_BEHIND = 1000;
const MAX_CHILDREN = 50;
/** Edits of one announcement. */
const EDITS = [second(3)];

const userIdType = withDefault(oneOf(USER_ID_TYPES), 'open_id');
const REVISION = { revision_id: withDefault(integer({ min: -1 }), -1) };
const EDITING = { ...REVISION, client_token: text(), user_id_type: userIdType };
const PAGING = { page_size: withDefault(integer({ min: 1, max: 500 }), 500), page_token: text() };

const invalid = () => new PlatformError(1770001, 'invalid param');
const notFound = () => new PlatformError(1770002, 'not found', { http: 404 });
const tooOld = () => new PlatformError(1770021, 'too old document');
const olderKind = () => new PlatformError(1772006, 'announcement type is not supported');
const outside = () => new PlatformError(1772003, 'Operator can NOT be out of the chat.');

function joinedChat(store: Store, by: Operator, id: string | undefined): { chat: Chat; announcement: Announcement } {
	const chat = store.im.chats.get(id ?? '');
	if (!chat) throw notFound();
	if (!isIn(chat, by)) throw outside();
	const announcement = announcementOf(store, chat);
	if (!announcement) throw announcementMissing(1772001);
	return { chat, announcement };
}

/** The blocks of the announcement; 1772006 for one of the older kind. */
function treeOf({ platform: { store }, by, params }: Pick<Call, 'platform' | 'by' | 'params'>) {
	const { chat, announcement } = joinedChat(store, by, params.chat_id);
	if (!announcement.tree) throw olderKind();
	return { chat, announcement, tree: announcement.tree };
}

function blockOf(tree: BlockTree, id: string | undefined): Block {
	const block = tree.get(id ?? '');
	if (!block) throw notFound();
	return block;
}

type Edit = Call<{ revision_id: number; client_token: string | undefined }, object>;

/** One edit by somebody who may edit the group, of a version that is not too old. */
function edit<T extends object>(call: Edit, work: (tree: BlockTree) => T) {
	const { platform, by, query } = call;
	const { chat, announcement, tree } = treeOf(call);
	if (!allows(groupOf(chat).settings.edit_permission, chat, by))
		throw new PlatformError(
			1772005,
			'No Permission: Only chat owner or admin can edit chat information in the current situation.',
		);
	const { revision_id: revision } = query;
	if (revision > tree.revision) throw invalid();
	if (revision >= 0 && tree.revision - revision > MAX_BEHIND) throw tooOld();
	if (!platform.rate.allows(`announcement ${chat.chat_id}`, EDITS))
		throw new PlatformError(99991400, 'request trigger frequency limit', { http: 429 });
	const done = work(tree);
	Object.assign(announcement, { update_time: platform.clock.now(), modifier: senderOf(by) });
	platform.store.changed();
	return { data: { ...done, client_token: query.client_token ?? '', revision_id: tree.revision } };
}

/** What an announcement is made of. */
const TYPES = [...Array.from({ length: 14 }, (_, index) => index + 2), 17, 19, 22, 27, 34];

/** A new block holds what its type is called, and nothing below it. */
function checkContent(block: Record<string, unknown>): BlockContent {
	const { block_type: type } = block;
	const name = typeof type === 'number' ? contentName(type) : undefined;
	if (name === undefined || !TYPES.includes(type as number))
		throw new PlatformError(1770029, 'block not support to create');
	if (typeof block[name] !== 'object') throw invalid();
	return { block_type: type as number, [name]: block[name] };
}

/** What each part of an update does to the content of its block. */
const UPDATES: Readonly<Record<string, (content: Record<string, unknown>, part: Record<string, unknown>) => void>> = {
	update_text_elements: (content, { elements }) => (content.elements = elements),
	update_text_style: (content, { style }) => (content.style = { ...(content.style as object), ...(style as object) }),
	update_text: (content, { elements, style }) => Object.assign(content, { elements, style }),
};

const seconds = (ms: number) => Math.floor(ms / 1000);

/**
 * Announcements as documents of the newer kind; those of the older kind only tell that they are.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/upgraded-group-announcement/group-announcement-overview
 */
export const announcementDocxRoutes = [
	defineRoute({
		method: 'GET',
		path: PATH,
		tokens: BOTH,
		scopes: READ,
		tier: 8,
		query: { user_id_type: userIdType },
		handle({ platform: { store }, by, params, query }) {
			const { chat, announcement } = joinedChat(store, by, params.chat_id);
			if (!announcement.tree && store.settings.olderAnnouncement === 'refused') throw olderKind();
			const idOf = ({ id, sender_type: type }: Sender) =>
				type === 'app' ? id : store.directory.idFor(by.app, id, query.user_id_type);
			const typeOf = ({ sender_type: type }: Sender) => (type === 'app' ? 'app_id' : query.user_id_type);
			const owner = announcementOwner(store, chat);
			const { create_time: created, update_time: updated, modifier, type, tree } = announcement;
			return {
				data: {
					revision_id: tree?.revision ?? announcement.revision,
					create_time: seconds(created),
					update_time: seconds(updated),
					owner_id: idOf(owner),
					owner_id_type: typeOf(owner),
					modifier_id: idOf(modifier),
					modifier_id_type: typeOf(modifier),
					announcement_type: type,
					create_time_v2: String(seconds(created)),
					update_time_v2: String(seconds(updated)),
				},
			};
		},
	}),
	defineRoute({
		method: 'GET',
		path: BLOCKS,
		tokens: BOTH,
		scopes: READ,
		tier: 7,
		query: { ...PAGING, ...REVISION, user_id_type: userIdType },
		handle(call) {
			const { tree } = treeOf(call);
			return { data: paged(tree.all(), call.query, `blocks ${tree.rootId}`) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${BLOCKS}/:block_id`,
		tokens: BOTH,
		scopes: READ,
		tier: 7,
		query: { ...REVISION, user_id_type: userIdType },
		handle: (call) => ({ data: { block: blockOf(treeOf(call).tree, call.params.block_id) } }),
	}),
	defineRoute({
		method: 'GET',
		path: `${BLOCKS}/:block_id/children`,
		tokens: BOTH,
		scopes: READ,
		tier: 7,
		query: { ...PAGING, ...REVISION, user_id_type: userIdType },
		handle(call) {
			const { tree } = treeOf(call);
			const { block_id: id } = blockOf(tree, call.params.block_id);
			return { data: paged(tree.childrenOf(id), call.query, `children ${id}`) };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${BLOCKS}/:block_id/children`,
		tokens: BOTH,
		scopes: WRITE,
		tier: 6,
		query: EDITING,
		body: { children: anything(), index: withDefault(integer({ min: -1 }), -1) },
		handle: (call) =>
			edit(call, (tree) => {
				const { children, index } = call.body;
				const parent = blockOf(tree, call.params.block_id);
				if (!Array.isArray(children) || children.length === 0) throw invalid();
				if (children.length > MAX_CHILDREN) throw new PlatformError(1770007, 'too many children in block');
				const contents = (children as Record<string, unknown>[]).map(checkContent);
				return { children: tree.insert(parent.block_id, contents, index < 0 ? undefined : index) };
			}),
	}),
	defineRoute({
		method: 'PATCH',
		path: `${BLOCKS}/batch_update`,
		tokens: BOTH,
		scopes: WRITE,
		tier: 6,
		query: EDITING,
		body: {
			requests: required(
				objects(
					{
						block_id: required(text()),
						update_text_elements: object(),
						update_text_style: object(),
						update_text: object(),
					},
					{ min: 1, max: 200 },
				),
			),
		},
		handle: (call) =>
			edit(call, (tree) => ({
				blocks: call.body.requests.map(({ block_id: id, ...parts }) => {
					blockOf(tree, id);
					const [name, part] = Object.entries(parts).find(([, value]) => value !== undefined) ?? [];
					const update = UPDATES[name ?? ''];
					if (!update || !part) throw new PlatformError(1770024, 'invalid operation');
					return tree.update(id, (content) => update(content, part));
				}),
			})),
	}),
	defineRoute({
		method: 'DELETE',
		path: `${BLOCKS}/:block_id/children/batch_delete`,
		tokens: BOTH,
		scopes: WRITE,
		tier: 6,
		query: EDITING,
		body: { start_index: required(integer({ min: 0 })), end_index: required(integer({ min: 1 })) },
		handle: (call) =>
			edit(call, (tree) => {
				const { start_index: start, end_index: end } = call.body;
				const { block_id: id, children = [] } = blockOf(tree, call.params.block_id);
				if (start >= end || end > children.length) throw invalid();
				tree.remove(id, start, end);
				return {};
			}),
	}),
];

const paged = (all: readonly Block[], query: { page_size: number; page_token?: string }, scope: string) =>
	page(all, { size: query.page_size, token: query.page_token, scope, invalidToken: invalid });
