/**
 * What the badges of the demo staff say when a scanner reads them, by the name the simulator knows them under.
 * Development only: whoever has this text has the badge.
 */
export const DEMO_BADGES = {
  'officer-01': 'EMPF-BADGE:1:S2041:q7Zt0mWc4R9xKf2B',
  'assistant-01': 'EMPF-BADGE:1:S3107:Hn5yV8sLd1Jp6TgE',
  'supervisor-01': 'EMPF-BADGE:1:S1008:bW3kQ7rXz9Nc5MfU',
  'van-operator-01': 'EMPF-BADGE:1:S4052:Tz6pL2vQf8Kd3WnA',
  'technician-01': 'EMPF-BADGE:1:S5063:Yd4hR9mTc7Bv2KsX',
} as const;
