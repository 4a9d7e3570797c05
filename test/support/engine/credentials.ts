import { getAdditionalKeys } from 'n8n-core';
import {
	ICredentialsHelper,
	isExpression,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { FeishuApi } from '../../../credentials/FeishuApi.credentials';
import { FeishuAccessTokenApi } from '../../../credentials/FeishuAccessTokenApi.credentials';
import { FeishuCustomBotApi } from '../../../credentials/FeishuCustomBotApi.credentials';
import { FeishuOAuth2Api } from '../../../credentials/FeishuOAuth2Api.credentials';
import { FeishuStoreAppApi } from '../../../credentials/FeishuStoreAppApi.credentials';

type Data = ICredentialDataDecryptedObject;

const TYPES: Record<string, ICredentialType> = {
	feishuApi: new FeishuApi(),
	feishuOAuth2Api: new FeishuOAuth2Api(),
	feishuStoreAppApi: new FeishuStoreAppApi(),
	feishuAccessTokenApi: new FeishuAccessTokenApi(),
	feishuCustomBotApi: new FeishuCustomBotApi(),
};

const MOCK_NODE: INode = { id: 'mock', name: 'mock', type: 'mock', typeVersion: 1, position: [0, 0], parameters: {} };
const MOCK_TYPE = { description: { properties: [], inputs: [], outputs: [] } };
const MOCK_TYPES = {
	getByName: () => MOCK_TYPE,
	getByNameAndVersion: () => MOCK_TYPE,
	getKnownTypes: () => ({}),
} as unknown as INodeTypes;

/**
 * Credentials as n8n's own helper handles them, with a map in place of the database: what is stored is text, defaults
 * are filled in and expressions resolved on reading ($self included), preAuthentication runs when the expirable
 * property is empty, and what it returns is stored, except over expressions.
 */
export class StoredCredentials extends ICredentialsHelper {
	private readonly rows = new Map<string, string>();

	/** How often each method that costs something was used. */
	readonly used = { reads: 0, preAuthentications: 0, writes: 0 };

	add(id: string, data: Data): void {
		this.rows.set(id, JSON.stringify(data));
	}

	/** What stands in the database. */
	stored(id: string): Data {
		return JSON.parse(this.rows.get(id) ?? '{}') as Data;
	}

	getParentTypes(type: string): string[] {
		return [...(TYPES[type]?.extends ?? [])];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: Data,
		typeName: string,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = typeOf(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, requestOptions);
		// n8n would resolve its expressions, but for a trigger that calls after its activation it can't.
		throw new Error(`The credential ${typeName} authenticates with expressions`);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Data,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<Data | undefined> {
		const type = typeOf(typeName);
		const expirable = type.properties.find((one) => one.type === 'hidden' && one.typeOptions?.expirable === true);
		if (expirable === undefined || !type.preAuthentication) return undefined;
		if (credentials[expirable.name] !== '' && !credentialsExpired) return undefined;
		this.used.preAuthentications += 1;
		const output = (await type.preAuthentication.call(helpers, credentials)) as Data;
		if (output[expirable.name] === undefined) return undefined;
		const reference = node.credentials?.[typeName];
		if (!reference) return undefined;
		const before = this.stored(reference.id ?? '');
		const changed = Object.entries(output).filter(([name]) => name === expirable.name || !isExpression(before[name]));
		await this.updateCredentials(reference, typeName, { ...before, ...Object.fromEntries(changed) });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Data,
		typeName: string,
	): Promise<Data | undefined> {
		return (await typeOf(typeName).preAuthentication?.call(helpers, credentials)) as Data | undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Nodes read their credential with getDecrypted');
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		reference: INodeCredentialsDetails,
		typeName: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		values?: ICredentialsExpressionResolveValues,
	): Promise<Data> {
		this.used.reads += 1;
		const stored = this.stored(reference.id ?? '');
		if (raw) return stored;
		const data = NodeHelpers.getNodeParameters(
			typeOf(typeName).properties,
			stored as never,
			true,
			false,
			null,
			null,
		) as Data;
		// As n8n, which keeps a login beside the fields.
		if (stored.oauthTokenData !== undefined) data.oauthTokenData = stored.oauthTokenData;
		const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		if (values) {
			const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = values;
			return workflow.expression.getParameterValue(
				data as never,
				runExecutionData,
				runIndex,
				itemIndex,
				node.name,
				connectionInputData,
				mode,
				keys,
				executeData,
				false,
				data,
			) as Data;
		}
		const workflow = new Workflow({ nodes: [MOCK_NODE], connections: {}, active: false, nodeTypes: MOCK_TYPES });
		return workflow.expression.getComplexParameterValue(
			MOCK_NODE,
			data as never,
			mode,
			keys,
			undefined,
			undefined,
			data,
		) as Data;
	}

	async updateCredentials(reference: INodeCredentialsDetails, _type: string, data: Data): Promise<void> {
		this.used.writes += 1;
		this.add(reference.id ?? '', data);
	}

	async updateCredentialsOauthTokenData(reference: INodeCredentialsDetails, _type: string, data: Data): Promise<void> {
		this.used.writes += 1;
		const id = reference.id ?? '';
		this.add(id, { ...this.stored(id), oauthTokenData: data.oauthTokenData ?? {} });
	}

	getCredentialsProperties(type: string) {
		return typeOf(type).properties;
	}
}

function typeOf(name: string): ICredentialType {
	const type = TYPES[name];
	if (!type) throw new Error(`Unknown credential type ${name}`);
	return type;
}
