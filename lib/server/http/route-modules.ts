import * as apis from '../apis/routes.ts';
import * as health from '../health/routes.ts';
import * as ownership from '../ownership/routes.ts';
import * as reference from '../reference/routes.ts';
import * as teams from '../teams/routes.ts';
import * as applications from '../applications/routes.ts';
import * as backstage from '../backstage/routes.ts';
import * as deployments from '../deployments/routes.ts';
import * as environments from '../environments/routes.ts';
import * as findings from '../findings/routes.ts';
import * as gate from '../gate/routes.ts';
import * as revisions from '../revisions/routes.ts';
import * as risk from '../risk/routes.ts';
import * as audit from '../audit/routes.ts';
import * as people from '../people/routes.ts';
import * as checklists from '../checklists/routes.ts';
import * as emergencies from '../emergencies/routes.ts';
import * as exceptions from '../exceptions/routes.ts';
import * as policies from '../policies/routes.ts';
import * as reviews from '../reviews/routes.ts';
import * as tokens from '../tokens/routes.ts';
import type { Route } from './define-route.ts';

/** Modules that define routes, by their path below `lib/server`. A route is part of the product once its module is here. */
export const ROUTE_MODULES = {
  'apis/routes.ts': apis,
  'health/routes.ts': health,
  'ownership/routes.ts': ownership,
  'reference/routes.ts': reference,
  'applications/routes.ts': applications,
  'backstage/routes.ts': backstage,
  'deployments/routes.ts': deployments,
  'environments/routes.ts': environments,
  'findings/routes.ts': findings,
  'gate/routes.ts': gate,
  'revisions/routes.ts': revisions,
  'risk/routes.ts': risk,
  'teams/routes.ts': teams,
  'audit/routes.ts': audit,
  'people/routes.ts': people,
  'checklists/routes.ts': checklists,
  'emergencies/routes.ts': emergencies,
  'exceptions/routes.ts': exceptions,
  'policies/routes.ts': policies,
  'reviews/routes.ts': reviews,
  'tokens/routes.ts': tokens,
} satisfies Readonly<Record<string, Readonly<Record<string, Route>>>>;
