import type { FastifyInstance } from 'fastify';
import { addressOf } from '../drive/addresses';
import { shareWith } from '../drive/sharing';
import { timesOf } from '../drive/times';
import type { Platform } from '../gateway/platform';
import { newId } from '../platform/ids';
import { contentTypeOf } from '../platform/mime';
import { allItems, type Item, itemOf } from '../state/documents';
import { permissionOn } from '../state/permission';
import type { Store } from '../state/store';
import type { WikiNode } from '../state/wiki';
import { titleOf } from '../wiki/nodes';
import { addSpace, memberAs } from '../wiki/spaces';
import { anyApp, memberOf, type SharedWith } from './bases';
import { adminError } from './errors';

const MAX_BYTES = 64 * 1024 * 1024;

const nameOf = (store: Store, openId: string) =>
	store.contact.users.get(openId)?.name ?? store.apps.byBot(openId)?.name ?? openId;

const itemView = (store: Store, item: Item) => ({
	token: item.token,
	type: item.type,
	name: item.name,
	owner: nameOf(store, item.owner),
	folder_token: item.folder,
	in_wiki: item.inWiki,
	url: addressOf(item.type, item.token),
	members: item.members.length,
});

const nodeView = (store: Store, node: WikiNode): object => ({
	node_token: node.node_token,
	obj_token: node.obj_token,
	obj_type: node.obj_type,
	title: titleOf(store, node),
	children: store.wiki.childrenOf(node, node.node_token).map((child) => nodeView(store, child)),
});

/** What people do in Drive and in wikis, and what there is of both. */
export function driveAdminRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	const personOf = (openId: string) => {
		const user = store.contact.users.get(openId);
		if (!user) throw adminError(404, 'There is no such person');
		return user;
	};

	// With `open_id` only what that person may see.
	server.get<{ Querystring: { open_id?: string } }>('/_sim/drive', ({ query }) => {
		const user = query.open_id === undefined ? undefined : personOf(query.open_id);
		const by = { app: anyApp(platform), user, scopes: null };
		const seen = allItems(store).filter((item) => !user || permissionOn(store, item, by));
		return {
			people: [...store.contact.users.values()].map(({ open_id, name }) => ({ open_id, name })),
			items: seen.map((item) => itemView(store, item)),
			spaces: [...store.wiki.spaces.values()].map((space) => ({
				space_id: space.space_id,
				name: space.name,
				nodes: store.wiki.childrenOf(space, '').map((node) => nodeView(store, node)),
			})),
		};
	});

	server.post<{ Body: { open_id: string; name: string; folder_token?: string } }>('/_sim/drive/folders', ({ body }) => {
		const { open_id: owner } = personOf(body.open_id);
		const token = newId.folder();
		store.bases.folders.set(token, { token, name: body.name, owner, parent: body.folder_token ?? '' });
		timesOf(store, token);
		store.changed();
		return { token };
	});

	server.post<{ Params: { token: string }; Body: SharedWith }>('/_sim/drive/:token/members', ({ params, body }) => {
		const item = itemOf(store, params.token);
		if (!item) throw adminError(404, 'There is no such document');
		shareWith(item.members, memberOf(body));
		store.changed();
		return item.members;
	});

	// Somebody opens a document: that is what counts as seen.
	server.post<{ Params: { token: string }; Body: { open_id: string } }>(
		'/_sim/drive/:token/views',
		({ params, body }) => {
			const views = store.drive.views.get(params.token) ?? new Map<string, number>();
			store.drive.views.set(params.token, views.set(personOf(body.open_id).open_id, store.clock.now()));
			return {};
		},
	);

	server.post<{ Body: { open_id: string; name: string } }>('/_sim/wiki/spaces', ({ body }) => {
		const space = addSpace(store, { name: body.name, admin: personOf(body.open_id).open_id });
		store.changed();
		return { space_id: space.space_id };
	});

	server.post<{ Params: { space_id: string }; Body: SharedWith & { role?: 'admin' | 'member' } }>(
		'/_sim/wiki/spaces/:space_id/members',
		({ params, body }) => {
			const space = store.wiki.spaces.get(params.space_id);
			if (!space) throw adminError(404, 'There is no such space');
			space.members.push(memberAs(body.role ?? 'member', memberOf(body)));
			store.changed();
			return space.members;
		},
	);

	server.get<{ Params: { token: string } }>('/_sim/drive/files/:token', ({ params }, reply) => {
		const file = store.bases.files.get(params.token);
		if (!file) throw adminError(404, 'There is no such file');
		return reply
			.type(file.content_type)
			.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
			.send(file.bytes);
	});

	// The body is the file itself.
	void server.register((files, _options, done) => {
		files.removeAllContentTypeParsers();
		files.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, read) =>
			read(null, body),
		);
		files.post<{ Querystring: { open_id: string; name: string; folder_token?: string } }>(
			'/_sim/drive/files',
			({ query, body }) => {
				const { open_id: owner } = personOf(query.open_id);
				const token = newId.media();
				const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
				const file = { token, name: query.name, content_type: contentTypeOf(query.name), bytes, owner };
				store.bases.files.set(token, { ...file, parent: query.folder_token ?? '' });
				timesOf(store, token);
				store.changed();
				return { token };
			},
		);
		done();
	});
}
