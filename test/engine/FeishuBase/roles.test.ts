/** Roles of a base, and who has them. */
import type { INodeParameters } from 'n8n-workflow';

import type { Role } from '../../../simulator/state/baseParts';
import { byId, only, usePlatform } from '../../support/engine';
import { ownBase } from '../../support/engine/cases/base';
import { ownRole } from '../../support/engine/cases/role';
import { person, several } from '../../support/engine/ownChat';

const platform = usePlatform();

async function run(resource: string, operation: string, parameters: INodeParameters) {
	const result = await platform.run({ parameters: { resource, operation, ...parameters } });
	if (result.error) throw result.error;
	return result.items.map(({ json }) => json);
}

const failure = async (resource: string, operation: string, parameters: INodeParameters) =>
	(await platform.run({ parameters: { resource, operation, ...parameters } })).error;

const tables = (...table: object[]): INodeParameters => ({ tables: { table } as never });

/** A base with advanced permissions whose table has fields that roles tell apart. */
function advancedBase() {
	const { base, table, role, where } = ownRole(platform);
	const [textField, select] = table.fields;
	Object.assign(select?.property ?? {}, { options: [{ id: 'optDone', name: 'Done', color: 0 }] });
	return { base, table, role, where, names: [textField?.field_name ?? '', select?.field_name ?? ''] as const };
}

describe('Create', () => {
	test('says what the role may do with a table: by names and options, as people know them', async () => {
		const { where, table, base, names } = advancedBase();
		base.dashboards.push({ block_id: 'blkOwn', name: 'Sales' });
		const row = {
			roleTable: byId(table.name),
			permission: 'edit',
			conditions: { condition: [{ field: names[1], operator: 'is', values: 'Done' }] },
			more: {
				fieldPermissions: JSON.stringify({ [names[0]]: 'edit', '*': 'view' }),
				ownRecords: true,
				match: 'or',
				others: 'view',
				deleteRecords: false,
				views: 'view',
				json: '{"view_rules": {}}',
			},
		};
		const roleOptions = { dashboards: 'Sales', copying: false };
		const [made] = await run('role', 'create', { ...where, roleName: 'Sellers', ...tables(row), roleOptions });
		expect(made).toMatchObject({ role_id: expect.stringMatching(/^rol/) as string, role_name: 'Sellers' });
		expect(base.roles.at(-1)).toMatchObject({
			role_name: 'Sellers',
			table_roles: [
				{
					table_id: table.table_id,
					table_perm: 2,
					allow_delete_record: false,
					view_perm: 1,
					view_rules: {},
					rec_rule: {
						conjunction: 'or',
						other_perm: 1,
						conditions: [
							{ field_name: names[1], operator: 'is', value: ['optDone'] },
							{ field_name: '', operator: 'contains', value: [] },
						],
					},
				},
			],
			block_roles: [{ block_id: 'blkOwn', block_perm: 1 }],
			base_rule: { base_complex_edit: 1, copy: 0 },
		});
		const [written] = base.roles.at(-1)?.table_roles ?? [];
		expect(written?.field_perm).toEqual(
			Object.fromEntries(table.fields.map(({ field_name: name }) => [name, name === names[0] ? 3 : 1])),
		);
	});

	test('field permissions that were added and left empty are none', async () => {
		const { where, table, base } = advancedBase();
		const row = { roleTable: byId(table.table_id), permission: 'view', more: { fieldPermissions: '{}' } };
		await run('role', 'create', { ...where, roleName: 'All fields', ...tables(row) });
		expect(base.roles.at(-1)?.table_roles[0]).not.toHaveProperty('field_perm');
	});

	test('names the field, the option, the table and the dashboard that is not there', async () => {
		const { where, table, names } = advancedBase();
		const create = async (more: object, roleOptions = {}) =>
			await failure('role', 'create', {
				...where,
				roleName: 'New',
				...tables({ roleTable: byId(table.table_id), permission: 'view', ...more }),
				roleOptions,
			});
		const condition = (field: string, values: string) => ({ conditions: { condition: [{ field, values }] } });
		expect((await create(condition('Stage', 'x')))?.message).toBe("The table has no field 'Stage'");
		const option = await create(condition(names[1], 'Open'));
		expect(option?.message).toBe(`The field '${names[1]}' has no option 'Open'`);
		expect(option?.description).toContain('It has Done');
		const word = await create({ more: { fieldPermissions: `{"${names[0]}": "write"}` } });
		expect(word?.message).toContain("can't hold 'write'");
		expect((await create({ roleTable: byId('Orders') }))?.message).toBe("The base has no table called 'Orders'");
		expect((await create({}, { dashboards: 'Sales' }))?.message).toBe("The base has no dashboard called 'Sales'");
	});

	test('waits while advanced permissions are being turned on, and not while they are off', async () => {
		const base = ownBase(platform);
		const [table] = [...base.tables.values()];
		const role = {
			base: byId(base.app_token),
			roleName: 'Readers',
			...tables({ roleTable: byId(table?.table_id ?? ''), permission: 'view' }),
		};
		const off = await failure('role', 'create', role);
		expect(off?.description).toContain('1254301');
		await run('base', 'update', { base: byId(base.app_token), baseFields: { advanced: true } });
		base.advanced_at = platform.store.clock.now() + 500;
		expect(await run('role', 'create', role)).toMatchObject([{ role_name: 'Readers' }]);
	});
});

describe('Update', () => {
	test.each(['replaced', 'merged'] as const)('leaves the rest of a role where tables are %s', async (how) => {
		platform.store.settings.baseRoleTables = how;
		const { where, table, base, role, names } = advancedBase();
		const [other] = [...ownBase(platform).tables.values()];
		if (!other) throw new Error('A base has a table');
		base.tables.set(other.table_id, { ...other, name: 'Other' });
		const rule = {
			conditions: [{ field_name: names[1], operator: 'is', value: ['optDone'] }],
			conjunction: 'and',
			other_perm: 0,
		};
		const field_perm = { [names[0]]: 1 };
		Object.assign(role.table_roles[0] ?? {}, { rec_rule: rule, field_perm });
		const before = structuredClone(role.table_roles);
		await run('role', 'update', { ...where, ...tables({ roleTable: byId('Other'), permission: 'manage' }) });
		const kept = (given: Role['table_roles']) =>
			given.map(({ table_id, table_perm, rec_rule, field_perm: fields }) => ({
				table_id,
				table_perm,
				rec_rule,
				fields,
			}));
		expect(kept(role.table_roles)).toEqual([...kept(before), { table_id: other.table_id, table_perm: 4 }]);
		const sent = platform.simulator.requests.filter(({ method }) => method === 'PUT').at(-1)?.bodyText ?? '';
		// What is told and not taken is not sent back.
		for (const told of ['perm":', 'field_type', 'table_name'])
			expect(sent.replaceAll('table_perm', '')).not.toContain(`"${told}`);
		const renamed = await run('role', 'update', {
			...where,
			newRoleName: 'Renamed',
			roleOptions: { downloading: false },
		});
		expect(renamed).toMatchObject([{ role_name: 'Renamed', base_rule: { base_complex_edit: 0, copy: 1 } }]);
		expect(role.table_roles).toHaveLength(2);
		await run('role', 'update', { ...where, ...tables({ roleTable: byId(table.table_id), permission: 'edit' }) });
		expect(kept(role.table_roles)).toEqual([
			{ table_id: other.table_id, table_perm: 4 },
			{ table_id: table.table_id, table_perm: 2 },
		]);
		platform.store.settings.baseRoleTables = 'replaced';
	});
});

test('Get Many lists roles, and a role is found by its name', async () => {
	const { where, role } = advancedBase();
	const base = { base: where.base };
	expect(await run('role', 'getAll', { ...base, returnAll: true })).toMatchObject([
		{ role_id: role.role_id, role_name: 'Readers', table_roles: [{ table_perm: 1 }] },
	]);
	const none = await failure('role', 'delete', { ...base, role: byId('Writers') });
	expect(none?.message).toBe("The base has no role 'Writers'");
	expect(none?.description).toContain('It has Readers');
	expect(await run('role', 'delete', { ...base, role: byId('Readers') })).toMatchObject([
		{ deleted: true, role_id: role.role_id },
	]);
});

describe('members', () => {
	test('are people by their addresses, groups and departments', async () => {
		const { where } = advancedBase();
		const [department] = [...platform.store.contact.departments.values()];
		const groups = {
			chat: [{ chat: byId(platform.chat.chat_id) }],
			department: [{ department: byId(department?.open_department_id ?? '') }],
		} as never;
		const one = platform.users.find(({ email }) => email);
		const [added] = await run('roleMember', 'add', { ...where, people: several(one?.email ?? ''), groups });
		expect(added).toMatchObject({
			added: [
				{ type: 'open_id', id: one?.open_id },
				{ type: 'chat_id', id: platform.chat.chat_id },
				{ type: 'open_department_id', id: department?.open_department_id },
			],
			not_found: [],
		});
		const all = await run('roleMember', 'getAll', { ...where, returnAll: true });
		expect(all.map(({ member_type }) => member_type)).toEqual(['user', 'chat', 'department']);
		expect(all[0]).toMatchObject({ open_id: one?.open_id, member_name: one?.name });
	});

	test('who is not found is named, and the others are added', async () => {
		const { where, role } = advancedBase();
		const ids = platform.users.slice(0, 3).map(({ open_id }) => open_id);
		const list = [ids[0], 'ou_nobody', ids[1], ids[2]].join(', ');
		const [added] = await run('roleMember', 'add', { ...where, people: several(list) });
		expect(added).toMatchObject({ not_found: [{ type: 'open_id', id: 'ou_nobody' }] });
		expect(role.members.map(({ id }) => id)).toEqual(ids);
		const removed = only(await run('roleMember', 'remove', { ...where, people: several(`${ids[2]}, ou_nobody`) }));
		expect(removed).toMatchObject({ removed: [{ id: ids[2] }], not_found: [{ id: 'ou_nobody' }] });
		const nobody = await failure('roleMember', 'add', { ...where, people: person('ou_nobody') });
		expect(nobody?.description).toContain('1254048');
	});

	test('go 100 in a request', async () => {
		const { where, role } = advancedBase();
		const users = Array.from({ length: 101 }, (_, index) => `ou_many${index}`);
		for (const open_id of users) platform.store.contact.users.set(open_id, { ...platform.user, open_id });
		await run('roleMember', 'add', { ...where, people: several(users.join(',')) });
		expect(role.members).toHaveLength(101);
		expect(platform.routes.filter((route) => route.endsWith('/members/batch_create'))).toHaveLength(2);
		for (const open_id of users) platform.store.contact.users.delete(open_id);
	});
});
