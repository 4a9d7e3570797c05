import type { FastifyInstance } from 'fastify';
import { tableIn } from '../base/access';
import { BaseProblem } from '../base/problem';
import { addBase, addTable, type TableRequest } from '../base/make';
import type { Asking } from '../base/kind';
import { fieldView } from '../base/fields';
import { readRecords } from '../base/readRecords';
import type { Platform } from '../gateway/platform';
import type { App } from '../state/apps';
import type { Base, Member, Permission, Table } from '../state/bases';
import { adminError } from './errors';

export type OfTable = { Params: { app_token: string; table_id: string } };

/** Refusals of the platform in the words of this API. */
export function said<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof BaseProblem) throw adminError(400, error.message);
		throw error;
	}
}

function baseOf({ store }: Platform, token: string): Base {
	const base = store.bases.all.get(token);
	if (!base) throw adminError(404, 'There is no such base');
	return base;
}

/** The app in whose ids people are read and written: any knows those of the store. */
export function anyApp({ store }: Platform): App {
	const app = store.apps.get(store.apps.firstId ?? '') ?? [...store.apps.values()][0];
	if (!app) throw adminError(404, 'There is no app');
	return app;
}

/** A table, read and written with the ids that the store itself has. */
export function tableOf(platform: Platform, { app_token: token, table_id: id }: OfTable['Params']): Asking {
	const { store } = platform;
	const base = baseOf(platform, token);
	return { store, base, table: said(() => tableIn(base, id)), app: anyApp(platform), idType: 'open_id' };
}

const shownTable = (platform: Platform, base: Base, table: Table) => {
	const asking = tableOf(platform, { app_token: base.app_token, table_id: table.table_id });
	return {
		table_id: table.table_id,
		name: table.name,
		fields: table.fields.map((field) => fieldView(base, field)),
		views: table.views,
		records: readRecords([...table.records.values()], asking),
	};
};

const shown = (platform: Platform, { tables, ...base }: Base) => ({
	...base,
	tables: [...tables.values()].map((table) => shownTable(platform, { ...base, tables }, table)),
});

/** Whom a document is shared with: an app, a person or a group. */
export interface SharedWith {
	app_id?: string;
	open_id?: string;
	chat_id?: string;
	perm?: Permission;
}

export const memberOf = ({ app_id: app, open_id: person, chat_id: chat, perm = 'edit' }: SharedWith): Member => {
	if (app !== undefined) return { member_type: 'appid', member_id: app, perm };
	return person === undefined
		? { member_type: 'openchat', member_id: chat ?? '', perm }
		: { member_type: 'openid', member_id: person, perm };
};

/** What people do with bases beside writing into them: make one, share it, say who sees what. */
export function baseAdminRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;

	server.get('/_sim/bases', () => [...store.bases.all.values()].map((base) => shown(platform, base)));

	server.post<{ Body: { open_id: string; name: string; time_zone?: string } }>('/_sim/bases', ({ body }) => {
		if (!store.contact.users.has(body.open_id)) throw adminError(404, 'There is no such person');
		const { base, first } = addBase(store, { ...body, owner: body.open_id });
		store.changed();
		return { app_token: base.app_token, default_table_id: first.table_id };
	});

	server.put<{ Params: { app_token: string }; Body: Partial<Pick<Base, 'name' | 'is_advanced' | 'time_zone'>> }>(
		'/_sim/bases/:app_token',
		({ params, body }) => {
			const { name, is_advanced, time_zone } = Object.assign(baseOf(platform, params.app_token), body);
			store.changed();
			return { name, is_advanced, time_zone };
		},
	);

	server.post<{ Params: { app_token: string }; Body: SharedWith }>(
		'/_sim/bases/:app_token/members',
		({ params, body }) => {
			const base = baseOf(platform, params.app_token);
			const member = memberOf(body);
			base.members = [...base.members.filter(({ member_id: id }) => id !== member.member_id), member];
			store.changed();
			return base.members;
		},
	);

	server.delete<{ Params: { app_token: string; member_id: string } }>(
		'/_sim/bases/:app_token/members/:member_id',
		({ params }) => {
			const base = baseOf(platform, params.app_token);
			base.members = base.members.filter(({ member_id: id }) => id !== params.member_id);
			store.changed();
			return base.members;
		},
	);

	server.post<{ Params: { app_token: string }; Body: TableRequest }>(
		'/_sim/bases/:app_token/tables',
		({ params, body }) => {
			const base = baseOf(platform, params.app_token);
			const table = said(() => addTable(base, body));
			store.changed();
			return shownTable(platform, base, table);
		},
	);

	// With advanced permissions: what those see who don't manage the base.
	server.put<OfTable & { Body: { records?: string[]; hidden_fields?: string[] } }>(
		'/_sim/bases/:app_token/tables/:table_id/seen',
		({ params, body }) => {
			const { table } = tableOf(platform, params);
			const named = (name: string) => table.fields.find((field) => field.field_name === name)?.field_id ?? name;
			if (body.records) table.seen.records = new Set(body.records);
			if (body.hidden_fields) table.seen.hidden_fields = new Set(body.hidden_fields.map(named));
			return { records: [...table.seen.records], hidden_fields: [...table.seen.hidden_fields] };
		},
	);
}
