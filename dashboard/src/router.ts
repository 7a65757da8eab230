import { watch } from 'vue';
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { enter } from './frame/entry-guard.js';
import { type MessageKey, shownLanguage, t } from './messages/words.js';

declare module 'vue-router' {
  interface RouteMeta {
    /** The word of the rail that is current on this page. */
    readonly rail?: string;
    readonly title?: MessageKey;
    /** For readers without an account: the page stands without the frame. */
    readonly alone?: boolean;
  }
}

const routes: readonly RouteRecordRaw[] = [
  {
    path: '/',
    name: 'ranking',
    component: () => import('./pages/ranking/ranking.page.vue'),
    meta: { rail: 'ranking', title: 'frame.ranking' },
  },
  {
    path: '/cadres/:staffNo',
    name: 'person',
    component: () => import('./pages/person/person.page.vue'),
    props: true,
    meta: { rail: 'ranking', title: 'person.title' },
  },
  {
    path: '/cadres/:staffNo/sheet',
    name: 'sheet',
    component: () => import('./pages/sheet/sheet.page.vue'),
    props: true,
    meta: { rail: 'ranking', title: 'sheet.title' },
  },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./pages/sign-in/sign-in.page.vue'),
    meta: { alone: true, title: 'signIn.title' },
  },
  {
    path: '/heard',
    name: 'heard',
    component: () => import('./pages/heard/heard.page.vue'),
    meta: { alone: true, title: 'sheet.title' },
  },
  {
    path: '/follow-ups',
    name: 'follow-ups',
    component: () => import('./pages/follow-ups/follow-ups.page.vue'),
    meta: { rail: 'follow-ups', title: 'frame.followUps' },
  },
  {
    path: '/units',
    name: 'units',
    component: () => import('./pages/unit/list/units.page.vue'),
    meta: { rail: 'units', title: 'frame.units' },
  },
  {
    path: '/units/:code',
    name: 'unit',
    component: () => import('./pages/unit/unit.page.vue'),
    props: true,
    meta: { rail: 'units', title: 'frame.units' },
  },
  {
    path: '/appointments',
    name: 'appointments',
    component: () => import('./pages/appointments/appointments.page.vue'),
    meta: { rail: 'appointments', title: 'frame.appointments' },
  },
  {
    path: '/appointments/:caseNo',
    name: 'appointment',
    component: () => import('./pages/appointments/appointment.page.vue'),
    props: true,
    meta: { rail: 'appointments', title: 'frame.appointments' },
  },
  {
    path: '/talks',
    name: 'talks',
    component: () => import('./pages/talks/talks.page.vue'),
    meta: { rail: 'talks', title: 'frame.talks' },
  },
  {
    path: '/random-check',
    name: 'random-check',
    component: () => import('./pages/random-check/random-check.page.vue'),
    meta: { rail: 'random-check', title: 'frame.randomCheck' },
  },
  {
    path: '/imports',
    name: 'imports',
    component: () => import('./pages/import/import.page.vue'),
    meta: { rail: 'imports', title: 'frame.imports' },
  },
  {
    path: '/imports/:id',
    name: 'import',
    component: () => import('./pages/import/receipt.page.vue'),
    props: true,
    meta: { rail: 'imports', title: 'frame.imports' },
  },
  {
    path: '/records',
    name: 'records',
    component: () => import('./pages/records/records.page.vue'),
    meta: { rail: 'records', title: 'frame.records' },
  },
  {
    path: '/exports',
    name: 'exports',
    component: () => import('./pages/exports/exports.page.vue'),
    meta: { rail: 'exports', title: 'frame.exports' },
  },
  {
    path: '/policy',
    name: 'policy',
    component: () => import('./pages/policy/policy.page.vue'),
    meta: { rail: 'policy', title: 'frame.policy' },
  },
  {
    path: '/accounts',
    name: 'accounts',
    component: () => import('./pages/accounts/accounts.page.vue'),
    meta: { rail: 'accounts', title: 'frame.accounts' },
  },
  {
    path: '/accounts/:id(\\d+)',
    name: 'account',
    component: () => import('./pages/accounts/account.page.vue'),
    props: true,
    meta: { rail: 'accounts', title: 'frame.accounts' },
  },
  {
    path: '/audit',
    name: 'audit',
    component: () => import('./pages/audit/audit.page.vue'),
    meta: { rail: 'audit', title: 'frame.audit' },
  },
  {
    path: '/proposals',
    name: 'proposals',
    component: () => import('./pages/proposals/proposals.page.vue'),
    meta: { rail: 'proposals', title: 'frame.proposals' },
  },
  {
    path: '/over-time',
    name: 'over-time',
    component: () => import('./pages/over-time/over-time.page.vue'),
    meta: { rail: 'over-time', title: 'frame.overTime' },
  },
  {
    path: '/processes',
    name: 'processes',
    component: () => import('./pages/processes/processes.page.vue'),
    meta: { rail: 'processes', title: 'frame.processes' },
  },
  {
    path: '/my-sign-in',
    name: 'own-sign-in',
    component: () => import('./pages/own-sign-in/own-sign-in.page.vue'),
    meta: { title: 'access.menu.own' },
  },
  {
    path: '/demonstration',
    name: 'demo',
    component: () => import('./pages/demo/demo.page.vue'),
    meta: { title: 'demo.title' },
  },
  {
    path: '/more',
    name: 'more',
    component: () => import('./pages/more.page.vue'),
    meta: { rail: 'more', title: 'frame.more' },
  },
  {
    path: '/:path(.*)*',
    name: 'unknown',
    component: () => import('./pages/unknown.page.vue'),
    meta: { title: 'page.unknown' },
  },
];

export const router = createRouter({ history: createWebHistory(), routes: [...routes] });
router.beforeEach(enter);

// Pages that know better (a person's name) set the title themselves, later.
watch([router.currentRoute, shownLanguage], ([route]) => {
  const title = route.meta.title;
  document.title = title ? `${t(title)} · ${t('frame.product')}` : t('frame.product');
});
