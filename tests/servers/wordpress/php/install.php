<?php
// Installs the test blog with one user of each role, each with an application password, into site.json's folder.
$root = $root ?? $argv[1];
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
require $root . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/user.php';
$installed = wp_install('Test blog', 'admin', 'admin@example.test', true, '', 'admin-pass');
update_option('timezone_string', 'Europe/Warsaw');
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
flush_rewrite_rules(false);
$ids = ['admin' => $installed['user_id']];
foreach (['editor', 'author', 'contributor'] as $role) {
    $ids[$role] = wp_insert_user([
        'user_login' => $role,
        'user_pass' => "$role-pass",
        'user_email' => "$role@example.test",
        'role' => $role,
    ]);
}
foreach ($ids as $user => $id) {
    [$appPassword] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Brulion tests']);
    $users[$user] = ['user' => $user, 'password' => "$user-pass", 'appPassword' => $appPassword];
}
file_put_contents($root . '/users.json', json_encode($users));
