import { addDefinition, definitionOf, formView, maySee, nodeOf, nodesView, worded } from '../../approval/definitions';
import { formIn } from '../../approval/formContent';
import { tellDefinition } from '../../events/approvalEvents';
import { refused } from '../../approval/problem';
import { page } from '../../platform/paging';
import {
	anything,
	flag,
	integer,
	nested,
	object,
	objects,
	required,
	text,
	texts,
	withDefault,
} from '../../platform/validate';
import type { Definition } from '../../state/approvals';
import { openIdOf } from '../../state/operator';
import { approvalRoute, idType, locale, personOf, readerOf, V4 } from './approvalRoute';
import { idsOf } from '../../approval/view';

const ONE = `${V4}/approvals/:approval_code`;
const READ = ['approval:approval', 'approval:approval:readonly', 'approval:definition'];

/** Keys of texts: nine characters at least, and a text for each in the language of the definition. */
function requireText(words: Readonly<Record<string, string>>, key: string): void {
	if (!/^@i18n@.{3,}$/.test(key) || words[key] === undefined) throw refused.params(`no text for ${key}`);
}

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/approval/create and get; those for people are of the API Explorer */
export const approvalDefinitionRoutes = [
	approvalRoute({
		method: 'POST',
		path: `${V4}/approvals`,
		scopes: ['approval:approval', 'approval:definition'],
		tier: 4,
		query: { user_id_type: idType, department_id_type: text() },
		body: {
			approval_name: required(text()),
			approval_code: text(),
			description: text(),
			viewers: required(objects({ viewer_type: text(), viewer_user_id: text(), viewer_department_id: text() })),
			form: required(nested({ form_content: required(text()), widget_relation: text() })),
			node_list: required(
				objects({
					id: required(text()),
					name: text(),
					node_type: text(),
					approver: objects({ type: required(text()), user_id: text(), level: text() }),
					ccer: objects({ type: required(text()), user_id: text(), level: text() }),
					privilege_field: object(),
					approver_chosen_multi: flag(),
					approver_chosen_range: anything(),
					starter_assignee: text(),
				}),
			),
			settings: nested({ revert_interval: integer(), reject_option: integer() }),
			config: object(),
			icon: integer(),
			i18n_resources: required(
				objects({
					locale: required(text()),
					texts: required(objects({ key: required(text()), value: required(text()) })),
					is_default: required(flag()),
				}),
			),
			process_manager_ids: texts(),
		},
		handle(call) {
			const { body, query, platform } = call;
			const { store } = platform;
			const languages = body.i18n_resources.map(({ locale: name, texts: all }) => {
				const words = Object.fromEntries(all.map(({ key, value }) => [key, value]));
				return [name, words] as const;
			});
			const fallback = body.i18n_resources.find(({ is_default: isDefault }) => isDefault)?.locale;
			if (fallback === undefined) throw refused.params('no default language');
			const words = new Map(languages);
			requireText(words.get(fallback) ?? {}, body.approval_name);
			const before = body.approval_code === undefined ? undefined : definitionOf(store, body.approval_code);
			const nodes = body.node_list
				.filter(({ id }) => id !== 'START' && id !== 'END')
				.map((node) => {
					const approvers = node.approver ?? [];
					const isChosen = approvers.some(({ type }) => type === 'Free');
					const people = approvers.flatMap(({ user_id: id }) => (id ? [personOf(call, id, query.user_id_type)] : []));
					return nodeOf({
						...{ custom_node_id: node.id, name: node.name ?? '审批', people, need_approver: isChosen },
						node_type: node.node_type === 'OR' || node.node_type === 'SEQUENTIAL' ? node.node_type : 'AND',
						...(node.approver_chosen_multi !== undefined && { approver_chosen_multi: node.approver_chosen_multi }),
					});
				});
			const definition = addDefinition(store, {
				...(before && { approval_code: before.approval_code, approval_id: before.approval_id }),
				...{ approval_name: body.approval_name, description: body.description ?? '', nodes },
				form: formIn(body.form.form_content),
				viewers: body.viewers.map(({ viewer_type: type, viewer_user_id: user, viewer_department_id: department }) => ({
					type: type === 'DEPARTMENT' || type === 'USER' || type === 'NONE' ? type : 'TENANT',
					...(user && { id: personOf(call, user, query.user_id_type) }),
					...(department && { id: department }),
				})),
				...{ texts: words, locale: fallback, revertDays: body.settings?.revert_interval ?? 0 },
				rejectsToStart: body.settings?.reject_option === 1,
			});
			if (before) tellDefinition(platform, definition);
			store.changed();
			const { approval_code, approval_id } = definition;
			return { data: { approval_code, approval_id } };
		},
	}),
	approvalRoute({
		method: 'GET',
		path: ONE,
		scopes: READ,
		query: { locale, with_admin_id: flag(), user_id_type: idType, with_option: flag(), user_id: text() },
		handle(call) {
			const { params, query, platform } = call;
			const definition = definitionOf(platform.store, params.approval_code ?? '');
			if (definition.closed) throw refused.noData();
			const reader = readerOf(call);
			const viewers = definition.viewers.map(({ type, id }) => {
				const ids = type === 'USER' && id !== undefined ? idsOf(reader, id) : undefined;
				return { type, id: ids?.open_id ?? id ?? '', ...(ids?.user_id !== undefined && { user_id: ids.user_id }) };
			});
			return {
				data: {
					approval_name: worded(definition, definition.approval_name, query.locale),
					status: definition.status,
					form: formView(definition, query.locale),
					node_list: nodesView(definition, query.locale),
					viewers,
					...(query.with_admin_id && {
						approval_admin_ids: definition.admins.map((id) =>
							platform.store.directory.idFor(call.app, id, query.user_id_type),
						),
					}),
					form_widget_relation: '{}',
				},
			};
		},
	}),
	approvalRoute({
		method: 'GET',
		path: `${ONE}/detail`,
		tokens: ['user'],
		scopes: ['approval:approval:read'],
		query: { locale },
		handle({ params, query, by, platform: { store } }) {
			const definition = definitionOf(store, params.approval_code ?? '');
			if (definition.closed) throw refused.noDetail();
			if (!maySee(store, definition, openIdOf(by))) throw refused.denied();
			return {
				data: {
					approval_name: worded(definition, definition.approval_name, query.locale),
					form: formView(definition, query.locale),
					node_list: nodesView(definition, query.locale),
				},
			};
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${V4}/approvals/search_launchable`,
		tokens: ['user'],
		scopes: ['approval:approval:read'],
		body: {
			...{ keyword: text(), locale: text(), page_token: text() },
			page_size: withDefault(integer({ min: 1, max: 100 }), 20),
		},
		handle({ body, by, platform: { store } }) {
			const named = (definition: Definition) => worded(definition, definition.approval_name, body.locale);
			const words = (body.keyword ?? '').toLowerCase();
			const found = [...store.approvals.definitions.values()]
				.filter((one) => one.status === 'ACTIVE' && !one.closed && maySee(store, one, openIdOf(by)))
				.filter((one) => named(one).toLowerCase().includes(words));
			const { items, has_more, page_token } = page(found, {
				size: body.page_size,
				token: body.page_token,
				scope: words,
				invalidToken: () => refused.params('page_token'),
				uneven: store.settings.pages === 'uneven',
			});
			const approvals = items.map((one) => ({
				approval_code: one.approval_code,
				approval_name: named(one),
				description: worded(one, one.description, body.locale),
				is_external: false,
				create_link: `https://applink.feishu.cn/client/mini_program/open?mode=appCenter&path=pc%2Fpages%2Fcreate-form%2Findex%3Fid%3D${one.approval_code}`,
			}));
			return { data: { approvals, has_more, page_token: page_token ?? '' } };
		},
	}),
];
