import { idempotentOption, identityOption, pageSizeOption } from '../options';
import { pagingFieldsOld } from '../../../shared/fields/common';
import { searchEndpoints } from './searchEndpoints';
import type { Field } from '../../../shared/operation/operation';
import { getEndpointFields } from './mapper';
import { fromList } from '../../../shared/fields/locator';

const [returnAll, limit] = pagingFieldsOld();

export const fields: readonly Field[] = [
	{
		displayName: 'Endpoint',
		name: 'endpoint',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description:
			'Which endpoint to call. Search the list by name in English or Chinese, by path or by domain. By ID takes a method and a path ("POST /open-apis/im/v1/messages"); a path, a documentation link or a name works as well when only one endpoint has it, and the error of an unknown one names the closest.',
		modes: [
			fromList('searchEndpoints', 'Choose an endpoint…'),
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. POST /open-apis/im/v1/messages',
				hint: 'Method and path as the documentation shows them',
			},
		],
		searches: { searchEndpoints },
	},
	{
		displayName: 'Parameters',
		name: 'parameters',
		type: 'resourceMapper',
		default: { mappingMode: 'defineBelow', value: null },
		description: 'What the endpoint takes, under the names of its documentation',
		typeOptions: {
			loadOptionsDependsOn: ['endpoint.value'],
			resourceMapper: {
				resourceMapperMethod: 'getEndpointFields',
				mode: 'add',
				fieldWords: { singular: 'parameter', plural: 'parameters' },
				valuesLabel: 'Parameters',
				addAllFields: true,
				multiKeyMatch: false,
				supportAutoMap: true,
				noFieldsError: 'This endpoint takes no parameters',
			},
		},
		mappers: { getEndpointFields },
	},
	...[returnAll, limit].filter((field) => field !== undefined),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. report.pdf',
				description: "Another name for the file than its own; for uploads the endpoint's file_name",
			},
			{
				displayName: 'Full Answer',
				name: 'fullAnswer',
				type: 'boolean',
				default: false,
				description: 'Whether to return the whole answer with code and msg, of one page, instead of its data',
			},
			identityOption(
				'In whose name the call is made. Not set, it follows the endpoint; set, it is used even if the catalog says that the endpoint takes another.',
			),
			{
				displayName: 'More Parameters (JSON)',
				name: 'moreParameters',
				type: 'json',
				default: '{}',
				description:
					'Further values by name, for example {"query.receive_id_type": "chat_id", "body.msg_type": "text"}. They win over the fields above; AI agents and expressions can give all values here.',
			},
			pageSizeOption('Records fetched with one request; the largest page of the endpoint unless set'),
			{
				displayName: 'Put Output File in Field',
				name: 'outputField',
				type: 'string',
				default: 'data',
				placeholder: 'e.g. data',
				description: 'The name of the output binary field to put the file in; for downloads',
			},
			idempotentOption(),
		],
	},
];
