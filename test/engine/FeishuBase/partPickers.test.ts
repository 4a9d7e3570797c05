/** The lists from which forms, questions, dashboards, automations, roles and folders are chosen. */
import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { FeishuBase } from '../../../nodes/FeishuBase/FeishuBase.node';
import { listWalks } from '../../../nodes/shared/fields/listWalks';
import type { ListSearch } from '../../../nodes/shared/operation/field';
import { byId, list, listContext, usePlatform } from '../../support/engine';
import { ownBase } from '../../support/engine/cases/base';
import { ownForm } from '../../support/engine/cases/form';
import { ownRole } from '../../support/engine/cases/role';
import { bot, tasksOf } from '../../support/engine/ownBase';

const platform = usePlatform();
const node = new FeishuBase();

beforeEach(() => listWalks.forgetAll());

async function choices(
	method: string,
	panel: INodeParameters,
	filter?: string,
): Promise<INodeListSearchResult['results']> {
	const find = (node.methods.listSearch as Record<string, ListSearch | undefined>)[method];
	if (!find) throw new Error(`There is no list ${method}`);
	return (await find.call(listContext('feishuBase', platform.credential, panel), filter)).results;
}

test('every list that a field names is there, and no other', () => {
	const named = JSON.stringify(node.description.properties).matchAll(/"searchListMethod":"(\w+)"/g);
	expect([...new Set([...named].map(([, name]) => name))].sort()).toEqual(Object.keys(node.methods.listSearch).sort());
});

test('forms are the views of their type', async () => {
	const { where, form_id, table } = ownForm(platform);
	const forms = await choices('searchForms', { base: where.base });
	expect(forms).toContainEqual({ name: table.views.at(-1)?.view_name, value: form_id });
	expect(forms.map(({ value }) => value)).not.toContain(table.views[0]?.view_id);
});

test('questions are those of the form that is chosen, or was open', async () => {
	const { where, form_id, table } = ownForm(platform);
	const [first] = table.fields;
	const expected = { name: first?.field_name, value: first?.field_id };
	expect(await choices('searchQuestions', where)).toContainEqual(expected);
	const at = `${where.base.value}&view=${form_id}`;
	const open = { base: { __rl: true, mode: 'url', value: at }, form: list('') };
	expect(await choices('searchQuestions', open, first?.field_name)).toEqual([expected]);
	await expect(choices('searchQuestions', { ...where, form: list('') })).rejects.toThrow('Choose the form first');
});

test('dashboards and automations are those of the base; what is off says so', async () => {
	const { base, where } = tasksOf(platform);
	const [dashboard] = base.dashboards;
	expect(await choices('searchDashboards', where)).toContainEqual({
		name: dashboard?.name,
		value: dashboard?.block_id,
	});
	const [automation] = base.automations;
	Object.assign(automation ?? {}, { status: 'Disable' });
	const off = await choices('searchAutomations', where);
	Object.assign(automation ?? {}, { status: 'Enable' });
	expect(off).toEqual([{ name: `${automation?.title} (off)`, value: automation?.workflow_id }]);
});

test('where there is nothing, the list says what to do', async () => {
	const base = ownBase(platform);
	const panel = { base: byId(base.app_token) };
	await expect(choices('searchDashboards', panel)).rejects.toThrow('The base has no dashboard');
	await expect(choices('searchAutomations', panel)).rejects.toThrow('The base has no automation');
	base.is_advanced = true;
	await expect(choices('searchRoles', panel)).rejects.toThrow('The base has no role');
	const [table] = [...base.tables.values()];
	await expect(choices('searchForms', { ...panel, table: byId(table?.table_id ?? '') })).rejects.toThrow(
		'The table has no form',
	);
});

test('roles are those of the base', async () => {
	const { role, where } = ownRole(platform);
	expect(await choices('searchRoles', where)).toEqual([{ name: 'Readers', value: role.role_id }]);
});

test('folders are named with those in which they lie', async () => {
	const { folders } = platform.store.bases;
	const add = (token: string, name: string, parent: string) =>
		folders.set(token, { token, name, owner: bot(platform), parent });
	add('fldcnOuter', 'Work', '');
	add('fldcnInner', 'Reports', 'fldcnOuter');
	const found = await choices('searchFolders', {}, 'reports');
	folders.clear();
	expect(found).toMatchObject([{ name: 'Work / Reports', value: 'fldcnInner' }]);
});
