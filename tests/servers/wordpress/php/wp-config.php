<?php
// The test blog's settings; site.json beside this file says where it is served.
$site = json_decode(file_get_contents(__DIR__ . '/site.json'), true);
define('DB_NAME', 'wp');
define('DB_USER', '');
define('DB_PASSWORD', '');
define('DB_HOST', '');
define('DB_DIR', __DIR__ . '/wp-content/database/');
define('DB_FILE', 'wp.sqlite');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';
require __DIR__ . '/salt.php';
define('WP_HOME', $site['url']);
define('WP_SITEURL', $site['url']);
define('WP_ENVIRONMENT_TYPE', $site['environment']); // "local" allows application passwords over plain http
define('WP_HTTP_BLOCK_EXTERNAL', true);              // no update checks, no pings
define('AUTOMATIC_UPDATER_DISABLED', true);
define('FS_METHOD', 'direct');
define('WP_DEBUG', false);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', __DIR__ . '/wp-content/debug.log');
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
