import type { IDataObject } from 'n8n-workflow';

/** Where newer versions of n8n look for a function that gives what an expression would. */
const RESOLVERS = Symbol.for('n8n.webhookDescriptionResolvers');

const template = '={{ $parameter["answerCallbacks"] === "workflow" ? "responseNode" : "onReceived" }}';

const resolve = ({ answerCallbacks }: IDataObject) => (answerCallbacks === 'workflow' ? 'responseNode' : 'onReceived');

/**
 * Only with `responseNode` does n8n hand the answer of the workflow to the one who waits for it. The function is for
 * each request, which else starts an expression in an isolate; it counts where no parameter is an expression.
 */
export const responseMode = { responseMode: template, [RESOLVERS]: { responseMode: { template, resolve } } };
